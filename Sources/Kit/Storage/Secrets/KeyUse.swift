extension Database {
    /// How many sealed values each key still opens, by its number: what has to be rewritten, and when an old key opens nothing any more.
    /// Answers kept for forms that are sent twice count too, until their term ends.
    public func secretsByKey(_ schemas: [Schema]) async throws -> [UInt16: Int] {
        let columns = ([.storage] + schemas).flatMap(\.tables).flatMap { table in
            table.columns.filter { $0.kind == .secret }.map { (table: table.name, column: $0.name) }
        }
        return try await read { snapshot in
            var uses: [UInt16: Int] = [:]
            for (table, column) in columns {
                let name = SQL.composed(column)
                try snapshot.each(
                    """
                    SELECT substr(\(name), 1, 2) AS prefix, COUNT(*) AS n FROM \(SQL.composed(table)) WHERE \(name) IS NOT NULL
                    GROUP BY substr(\(name), 1, 2)
                    """
                ) { row in
                    let prefix: [UInt8] = try row["prefix"]
                    guard prefix.count == 2 else { throw StorageFault(.secret, "\(table).\(column) holds what no key sealed") }
                    uses[UInt16(prefix[0]) << 8 | UInt16(prefix[1]), default: 0] += try row["n"] as Int
                }
            }
            return uses
        }
    }
}
