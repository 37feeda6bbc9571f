import Civic

/// When something was seen, as far as its source tells: a year, a month, or a day.
public struct SeenDate: Sendable, Hashable, CustomStringConvertible {
    public let year: Int
    public let month: Int?
    public let day: Day?
    /// `2020`, `2022-02`, `2021-06-08`.
    public let description: String

    /// nil unless it is written like that and the calendar has it.
    public init?(_ text: String) {
        let parts = text.split(separator: "-", omittingEmptySubsequences: false)
        guard zip([4, 2, 2], parts).allSatisfy({ $1.utf8.count == $0 && $1.utf8.allSatisfy { (0x30...0x39).contains($0) } }),
            (1...3).contains(parts.count), let year = Int(parts[0]), (1990...2100).contains(year)
        else { return nil }
        let month = parts.count > 1 ? Int(parts[1]) : nil
        if let month, !(1...12).contains(month) { return nil }
        day = parts.count == 3 ? Day(iso: text) : nil
        if parts.count == 3, day == nil { return nil }
        self.year = year
        self.month = month
        description = text
    }
}

extension Texts {
    /// `el 8 de junio de 2021`, `en febrero de 2022`, `en 2020`.
    func seen(_ date: SeenDate) -> String {
        if let day = date.day { return self("points.seen.day", ["day": short(day)]) }
        guard let month = date.month else { return self("points.seen.year", ["year": "\(date.year)"]) }
        return self("points.seen.month", ["month": item(month, of: "time.months"), "year": "\(date.year)"])
    }
}
