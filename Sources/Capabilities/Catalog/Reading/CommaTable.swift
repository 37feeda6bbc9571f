import Definitions
import Civic

/// A table of comma-separated values with a header (RFC 4180): quotes around a value that holds a comma, doubled inside.
struct CommaTable {
    struct Row {
        /// The line of the file on which the row begins.
        let line: Int
        let values: [String: String]
        fileprivate let order: [String]

        /// Where a value begins on the line, from 1.
        func column(of name: String) -> Int {
            order.prefix { $0 != name }.reduce(1) { column, name in
                let value = values[name] ?? ""
                let isQuoted = value.contains { $0 == "," || $0 == "\"" || $0 == "\n" }
                return column + value.count + 1 + (isQuoted ? 2 + value.count { $0 == "\"" } : 0)
            }
        }
    }

    let rows: [Row]

    /// Nil, and a defect, when it is no such table.
    init?(_ text: String, columns: [String], _ defects: DefectList) {
        var records = CommaSeparated.records(text)
        guard let header = records.first, header.values == columns else {
            defects.add("the first line must be: " + columns.joined(separator: ","), line: 1, column: 1)
            return nil
        }
        records.removeFirst()
        rows = records.compactMap { record in
            guard record.values.count == columns.count else {
                defects.add("has \(record.values.count) values instead of \(columns.count)", line: record.line, column: 1)
                return nil
            }
            return Row(line: record.line, values: Dictionary(uniqueKeysWithValues: zip(columns, record.values)), order: columns)
        }
    }
}

/// Reads `institutions.csv`.
struct InstitutionReader {
    static let columns = ["key", "name", "acronym", "code", "ministry_prefix", "url_2018", "note"]

    func institutions(_ text: String, _ defects: DefectList) -> [Institution]? {
        guard let table = CommaTable(text, columns: Self.columns, defects) else { return nil }
        var seen: Set<String> = []
        return table.rows.map { row in
            let (key, name, note) = (row.values["key"] ?? "", row.values["name"] ?? "", row.values["note"] ?? "")
            if key.isEmpty { defects.add("is empty", field: "key", line: row.line, column: 1) }
            if name.isEmpty { defects.add("is empty", field: "name", line: row.line, column: 1) }
            if !seen.insert(key).inserted { defects.add("'\(key)' is there twice", field: "key", line: row.line, column: 1) }
            return Institution(key: key, name: name, note: note.isEmpty ? nil : note)
        }
    }
}
