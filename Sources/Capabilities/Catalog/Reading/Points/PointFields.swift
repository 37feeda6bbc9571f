import Definitions
import Civic

/// The values of one row, with a defect for each that is not what it must be.
struct PointFields {
    let row: CommaTable.Row
    let defects: DefectList

    func complain(_ column: String, _ message: String) {
        defects.add(message, field: column, line: row.line, column: row.column(of: column))
    }

    func optional(_ column: String) -> String? {
        let text = row.values[column] ?? ""
        return text.isEmpty ? nil : text
    }

    func text(_ column: String) -> String? {
        let text = optional(column)
        if text == nil { complain(column, "is empty") }
        return text
    }

    var number: Int? {
        let text = row.values["number"] ?? ""
        if let number = Int(text), number > 0, number < 1_000_000, "\(number)" == text { return number }
        complain("number", "must be a whole number from 1")
        return nil
    }

    /// `others` are words that may stand there too, for the message.
    func word<Word: RawRepresentable & CaseIterable>(_ column: String, _ type: Word.Type, or others: [String] = []) -> Word?
    where Word.RawValue == String {
        if let word = Word(rawValue: row.values[column] ?? "") { return word }
        complain(column, "must be one of: " + (Word.allCases.map(\.rawValue) + others).joined(separator: ", "))
        return nil
    }

    var seen: SeenDate? { value("seen", "must be a day, a month or a year like 2024-09-06, 2024-09, 2024") { SeenDate($0) } }

    var url: String? { value("url", "must be an address that begins with https://") { $0.hasPrefix("https://") ? $0 : nil } }

    /// One of the comunas that there are; any code when their table could not be read.
    func commune(of known: Set<CommuneCode>?) -> CommuneCode? {
        value("cut", "is no comuna") { text in CommuneCode(text).flatMap { known?.contains($0) == false ? nil : $0 } }
    }

    /// nil, and a defect, when its name is not there.
    var source: PointSource? {
        let (name, url, seen) = (text("source"), url, seen)
        return name.map { PointSource($0, url: url, seen: seen) }
    }

    /// nil for an empty value, and for one that can't be read, which is a defect.
    func value<Value>(_ column: String, _ message: String, _ read: (String) -> Value?) -> Value? {
        guard let text = optional(column) else { return nil }
        let value = read(text)
        if value == nil { complain(column, message) }
        return value
    }

    /// nil, and a defect, for an empty value too.
    func required<Value>(_ column: String, _ message: String, _ read: (String) -> Value?) -> Value? {
        let value = optional(column).flatMap(read)
        if value == nil { complain(column, message) }
        return value
    }

    func day(_ column: String) -> Day? { required(column, "must be a day like 2026-02-01") { Day(iso: $0) } }
}
