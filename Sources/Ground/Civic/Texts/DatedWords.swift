import Foundation

/// A list of the installation with its words in two languages, dated, so that what was noted under a code keeps its meaning.
public struct DatedWords: Sendable {
    public struct Row: Sendable, Hashable {
        public let code: String
        public let spanish: String
        public let english: String
        public let since: Day
        public let until: Day?
    }

    public let rows: [Row]

    /// Reads a file of code, es, en, since, until, source. Throws `WordsFault` with what is wrong.
    public init(file: String) throws {
        guard let text = try? String(contentsOfFile: file, encoding: .utf8) else {
            throw WordsFault(description: "\(file): there is no such file, or it is not UTF-8")
        }
        var rows: [Row] = []
        for record in CommaSeparated.records(text).dropFirst() {
            let values = record.values
            let until = values.count == 6 && !values[4].isEmpty ? Day(iso: values[4]) : nil
            guard values.count == 6, !values[0].isEmpty, !values[1].isEmpty, !values[2].isEmpty, let since = Day(iso: values[3]),
                values[4].isEmpty || until != nil, !values[5].isEmpty, !rows.contains(where: { $0.code == values[0] })
            else { throw WordsFault(description: "\(file), line \(record.line): no code of its own, two names, days and source") }
            rows.append(Row(code: values[0], spanish: values[1], english: values[2], since: since, until: until))
        }
        guard !rows.isEmpty else { throw WordsFault(description: "\(file): it names nothing") }
        self.rows = rows
    }

    /// Those that may be chosen on a day.
    public func inForce(_ day: Day) -> [Row] { rows.filter { $0.since <= day && ($0.until.map { day <= $0 } ?? true) } }

    /// In the words of a language; the code itself when the list does not have it any more.
    public func word(_ code: String, _ texts: Texts) -> String {
        rows.first { $0.code == code }.map { Self.word($0, texts) } ?? code
    }

    /// A row in the words of a language: the source's, or else the other's.
    public static func word(_ row: Row, _ texts: Texts) -> String { texts.language == Languages.source ? row.spanish : row.english }
}

/// What is wrong with a list of words, and where.
public struct WordsFault: Error, CustomStringConvertible {
    public let description: String
}
