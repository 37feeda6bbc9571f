/// Seals anew, under the current key, whatever an older key sealed, together with the lookups made from it. It works in small
/// acts while the system is in use and can be stopped and begun again at any row.
struct Rotation {
    let keyring: Keyring
    let batch = 25

    /// The rows of a table after this one that an older key sealed, one batch at most. They are looked for
    /// outside of the act that rewrites them: an act that has gone through a whole table meets everyone who writes to it.
    func stale(_ table: Table, after last: Int64, _ snapshot: Snapshot) throws -> [Int64] {
        guard table.hasID, table.columns.contains(where: { $0.kind == .secret }) else { return [] }
        return try snapshot.all(
            """
            SELECT id FROM \(SQL.composed(table.name)) WHERE id > \(last) AND (\(isStale(table))) ORDER BY id LIMIT \(batch)
            """
        ) { try $0["id"] }
    }

    /// Rewrites those of these rows that are still sealed by an older key, and gives back how many they were.
    func rewrite(_ ids: [Int64], of table: Table, _ transaction: Transaction) throws -> Int {
        var count = 0
        for id in ids {
            let found = try transaction.first("SELECT * FROM \(SQL.composed(table.name)) WHERE id = \(id) AND (\(isStale(table)))")
            guard let row = found else { continue }
            try rewrite(row, of: table, table.columns.filter { $0.kind == .secret }, transaction)
            count += 1
        }
        return count
    }

    private func isStale(_ table: Table) -> SQL {
        SQL(
            pieces: table.columns.filter { $0.kind == .secret }.enumerated().flatMap { index, column -> [SQL.Piece] in
                [.text("\(index > 0 ? " OR " : "")substr(\(column.name), 1, 2) <> "), .value(.bytes(keyring.current.prefix))]
            })
    }

    private func rewrite(_ row: Row, of table: Table, _ secrets: [Column], _ transaction: Transaction) throws {
        let id: Int64 = try row["id"]
        var changes: [SQL.Piece] = []
        func change(_ column: String, to bytes: [UInt8]) {
            changes.append(.text("\(changes.isEmpty ? "" : ", ")\(column) = "))
            changes.append(.value(.bytes(bytes)))
        }
        for column in secrets {
            guard let sealed: [UInt8] = try row[column.name] else { continue }
            let cell = Cell(table: table.name, column: column.name, row: id)
            let plain = try keyring.open(sealed, at: cell)
            change(column.name, to: try keyring.seal(plain, at: cell))
            for lookup in table.columns where lookup.finds == column.name {
                let text = lookup.normalise?(String(decoding: plain, as: UTF8.self)) ?? ""
                change(lookup.name, to: keyring.lookup(text, in: "\(table.name).\(lookup.name)"))
            }
        }
        try transaction.execute("UPDATE \(SQL.composed(table.name)) SET \(SQL(pieces: changes)) WHERE id = \(id)")
    }
}
