/// Seals anew, under the current key, whatever an older key sealed, together with the lookups made from it. It works in small
/// acts while the system is in use and can be stopped and begun again at any row.
struct Rotation {
    let keyring: Keyring
    let batch = 200

    /// Rewrites up to one batch of a table and gives back how many rows it rewrote; 0 means that the table is done.
    func rewrite(_ table: Table, _ transaction: Transaction) throws -> Int {
        let secrets = table.columns.filter { $0.kind == .secret }
        guard table.hasID, !secrets.isEmpty else { return 0 }
        let name = SQL.composed(table.name)
        let stale = SQL(
            pieces: secrets.enumerated().flatMap { index, column -> [SQL.Piece] in
                [.text("\(index > 0 ? " OR " : "")substr(\(column.name), 1, 2) <> "), .value(.bytes(keyring.current.prefix))]
            })
        let rows = try transaction.all("SELECT * FROM \(name) WHERE \(stale) ORDER BY id LIMIT \(batch)")
        for row in rows {
            try rewrite(row, of: table, secrets, transaction)
        }
        return rows.count
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
