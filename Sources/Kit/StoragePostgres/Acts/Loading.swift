import Storage

extension SQL {
    /// Rows as one array for each column. The names are the program's own.
    static func loading(_ rows: IntegerRows, of range: Range<Int>, into table: String) -> SQL {
        let names = rows.columns.map(\.description).joined(separator: ", ")
        var sql = SQL(stringLiteral: "INSERT INTO \(table) (\(names)) SELECT * FROM unnest(")
        for column in rows.columns.indices {
            let cells = range.map { rows.cell($0, column).map(String.init) ?? "NULL" }.joined(separator: ",")
            let array: SQL = "CAST(CAST(\("{\(cells)}") AS TEXT) AS BIGINT[])"
            sql = column == 0 ? "\(sql)\(array)" : "\(sql), \(array)"
        }
        return "\(sql))"
    }
}
