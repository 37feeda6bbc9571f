import Civic
import Foundation

/// The longest terms of each kind of instrument and the age at which parents stop acting for a child, each from a day on: the rows of
/// `Catalogue/mandates/terms.csv`.
public struct MandateTerms: Sendable {
    private struct Row {
        let key: String
        let value: Int
        let from: Day
    }

    private let rows: [Row]
    private static let header = ["key", "value", "unit", "from", "certainty", "source"]

    public init(file: String) throws(MandateTermsFault) {
        guard let text = try? String(contentsOfFile: file, encoding: .utf8) else {
            throw MandateTermsFault(line: 0, problem: "can't be read")
        }
        try self.init(csv: text)
    }

    init(csv text: String) throws(MandateTermsFault) {
        let records = CommaSeparated.records(text)
        guard let first = records.first, first.values == Self.header else { throw MandateTermsFault(line: 1, problem: "other columns") }
        let known = Set(Instrument.allCases.map(\.rawValue) + [Self.majority])
        var rows: [Row] = []
        for (line, values) in records.dropFirst() {
            guard values.count == 6, known.contains(values[0]), let value = Int(values[1]), value > 0, let from = Day(iso: values[3]),
                values[2] == (values[0] == Self.majority ? "years" : "days"), ["K", "V"].contains(values[4]), !values[5].isEmpty
            else { throw MandateTermsFault(line: line, problem: "not a term with its day and its source") }
            rows.append(Row(key: values[0], value: value, from: from))
        }
        for key in known where !rows.contains(where: { $0.key == key }) {
            throw MandateTermsFault(line: records.count, problem: "\(key) is missing")
        }
        self.rows = rows.sorted { $0.from < $1.from }
    }

    /// In days; nil before the first day that is known.
    func longest(_ instrument: Instrument, on day: Day) -> Int? { value(instrument.rawValue, on: day) }

    /// The day on which a child who was born on that day is of age, by what holds on `today`. Who was born on 29 February is so on the first
    /// of March (Código Civil art. 48).
    func majority(bornOn birth: Day, today: Day) -> Day? {
        guard let years = value(Self.majority, on: today) else { return nil }
        return Day(year: birth.year + years, month: birth.month, day: birth.day) ?? Day(year: birth.year + years, month: 3, day: 1)
    }

    private func value(_ key: String, on day: Day) -> Int? { rows.last { $0.key == key && !(day < $0.from) }?.value }

    private static let majority = "majority"
}

/// A file of terms that can't be used.
public struct MandateTermsFault: Error, Equatable, CustomStringConvertible {
    let line: Int
    let problem: String

    public var description: String { "Catalogue/mandates/terms.csv:\(line): \(problem)" }
}
