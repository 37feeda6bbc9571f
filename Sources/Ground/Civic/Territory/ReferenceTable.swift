/// A table of reference data with a header.
struct ReferenceTable {
    struct Row {
        let table: String
        let line: Int
        private let columns: [String: Int]
        private let values: [String]

        init(table: String, line: Int, columns: [String: Int], values: [String]) {
            self.table = table
            self.line = line
            self.columns = columns
            self.values = values
        }

        /// The value of a column; the header was checked.
        subscript(column: String) -> String { columns[column].map { values[$0] } ?? "" }

        func int(_ column: String) throws(ReferenceFault) -> Int {
            guard let number = Int(self[column]), number >= 0 else { throw fault(column, "is no whole number") }
            return number
        }

        func fault(_ column: String, _ problem: String) -> ReferenceFault {
            ReferenceFault("\(table), line \(line), \(column): '\(self[column])' \(problem)")
        }
    }

    let rows: [Row]

    /// Throws when the header is another, or a row has more or fewer values.
    init(_ text: String, columns: [String], of table: String) throws(ReferenceFault) {
        var records = CommaSeparated.records(text)
        guard let header = records.first, header.values == columns else {
            throw ReferenceFault("\(table): the first line must be \(columns.joined(separator: ","))")
        }
        records.removeFirst()
        let places = Dictionary(uniqueKeysWithValues: zip(columns, columns.indices))
        var rows: [Row] = []
        for record in records {
            guard record.values.count == columns.count else {
                throw ReferenceFault("\(table), line \(record.line): has \(record.values.count) values instead of \(columns.count)")
            }
            rows.append(Row(table: table, line: record.line, columns: places, values: record.values))
        }
        self.rows = rows
    }
}

/// Reference data that can't be used: which table, where, and why.
public struct ReferenceFault: Error, Equatable, CustomStringConvertible {
    public let description: String

    init(_ description: String) {
        self.description = description
    }
}
