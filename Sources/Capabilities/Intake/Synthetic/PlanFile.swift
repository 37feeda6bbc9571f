import Civic
import Foundation

/// A small table with a header.
struct PlanFile: Sendable {
    struct Row: Sendable {
        let file: String
        let line: Int
        let values: [String: String]

        subscript(_ column: String) -> String { values[column] ?? "" }

        func int(_ column: String) throws -> Int {
            guard let number = Int(self[column]), number >= 0 else { throw fault("\(column): '\(self[column])' is no whole number") }
            return number
        }

        func fault(_ problem: String) -> SyntheticFault { SyntheticFault(description: "\(file), line \(line): \(problem)") }
    }

    let columns: [String]
    let rows: [Row]

    init(_ name: String, in folder: String) throws {
        guard let text = try? String(contentsOfFile: "\(folder)/\(name)", encoding: .utf8) else {
            throw SyntheticFault(description: "\(folder)/\(name): there is no such file, or it is not UTF-8")
        }
        let records = CommaSeparated.records(text)
        let header = records.first?.values ?? []
        columns = header
        rows = try records.dropFirst().map { record in
            guard record.values.count == header.count else {
                throw SyntheticFault(description: "\(name), line \(record.line): \(record.values.count) values instead of \(header.count)")
            }
            return Row(file: name, line: record.line, values: Dictionary(zip(header, record.values)) { first, _ in first })
        }
    }
}
