import Foundation

extension Database {
    /// Writes one consistent copy of every table to `place` while the system goes on, and gives back what it holds. `progress` is
    /// told each table and its rows. Nothing stands at `place` until the copy is whole.
    public func backup(
        to place: URL, _ schemas: [Schema], progress: @escaping @Sendable (String, Int) -> Void = { _, _ in }
    ) async throws -> Manifest {
        let tables = ([.storage] + schemas).flatMap(\.tables).filter { !$0.isTransient }
        let steps = try await history().map { Manifest.Step(module: $0.module, ordinal: $0.ordinal, name: $0.name) }
        let (keyring, now) = (keyring, now)
        return try await read { snapshot in
            let writer = try CopyWriter(place)
            do {
                let counts = try write(tables, of: snapshot, to: writer, progress)
                let manifest = Manifest(takenAt: now(), history: steps, rows: counts, head: try snapshot.headOfActs())
                try writer.write(.manifest, Array(try JSONEncoder().encode(manifest)))
                try writer.finish(signedBy: keyring)
                return manifest
            } catch {
                writer.abandon()
                throw error
            }
        }
    }

    private func write(
        _ tables: [Table], of snapshot: Snapshot, to writer: CopyWriter, _ progress: (String, Int) -> Void
    ) throws -> [String: Int] {
        var counts: [String: Int] = [:]
        for table in tables {
            let names = table.columns.map(\.name)
            try writer.write(.table, Array(([table.name] + names).joined(separator: "\n").utf8))
            var count = 0
            let order: SQL = table.hasID ? " ORDER BY id" : ""
            try snapshot.each("SELECT \(.composed(names.joined(separator: ", "))) FROM \(.composed(table.name))\(order)") { row in
                try writer.write(.row, CopyFormat.encode(row.cells.map(\.value)))
                count += 1
            }
            counts[table.name] = count
            progress(table.name, count)
        }
        return counts
    }
}
