import Civic

/// The day of what happened, as a person gives it in the three parts of a date.
enum AskedDay: Sendable, Equatable {
    case nothing
    case day(Day)
    /// What was typed, when it is no day, or one that has not come yet.
    case wrong(day: String, month: String, year: String, isFuture: Bool)

    static let name = "fecha"

    init(day: String?, month: String?, year: String?, today: Day) {
        let parts = [day, month, year].map { String(($0 ?? "").filter { !$0.isWhitespace }.prefix(4)) }
        guard parts.contains(where: { !$0.isEmpty }) || day != nil else {
            self = .nothing
            return
        }
        let numbers = parts.compactMap { $0.utf8.allSatisfy { (0x30...0x39).contains($0) } ? Int($0) : nil }
        let found = numbers.count == 3 && parts[2].count == 4 ? Day(year: numbers[2], month: numbers[1], day: numbers[0]) : nil
        if let found, found <= today, found.year > today.year - 100 {
            self = .day(found)
        } else {
            self = .wrong(day: parts[0], month: parts[1], year: parts[2], isFuture: found.map { $0 > today } ?? false)
        }
    }
}
