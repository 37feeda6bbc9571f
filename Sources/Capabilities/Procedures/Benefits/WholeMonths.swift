import Civic

extension Day {
    /// How many whole months have passed until a day, the first month full on the same day of the next one; at most a hundred years.
    func wholeMonths(to day: Day) -> Int {
        var months = 0
        while months < 1_200, adding(months: months + 1) <= day { months += 1 }
        return months
    }
}
