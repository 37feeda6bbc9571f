extension Database {
    /// Seals anew under the current key whatever an older one sealed, with the lookups made from it, in small acts while the
    /// system is in use. Gives back how many rows were rewritten. It can be stopped at any time and called again. Answers kept
    /// for repeated forms are left to end with their term: keep the old key for a week more.
    public func rotateSecrets(_ schemas: [Schema], progress: @Sendable (String, Int) -> Void = { _, _ in }) async throws -> Int {
        let rotation = Rotation(keyring: keyring)
        var total = 0
        for table in schemas.flatMap(\.tables) {
            var (rewritten, last) = (0, Int64.min)
            while true {
                let after = last
                let stale = try await read { try rotation.stale(table, after: after, $0) }
                guard let end = stale.last else {
                    // Once more from the first row, for what came in between; when that finds nothing either, the table is done.
                    if after == .min { break }
                    last = .min
                    continue
                }
                rewritten += try await rewrite(stale[...], of: table, rotation)
                last = end
                progress(table.name, rewritten)
            }
            total += rewritten
        }
        return total
    }

    /// Rows that many others work with at this moment are rewritten in smaller and smaller acts, so that they and the others get their turn.
    private func rewrite(_ ids: ArraySlice<Int64>, of table: Table, _ rotation: Rotation) async throws -> Int {
        do {
            return try await write { try rotation.rewrite(Array(ids), of: table, $0) }
        } catch let fault as StorageFault where fault.kind == .busy && ids.count > 1 {
            let middle = ids.startIndex + ids.count / 2
            return try await rewrite(ids[..<middle], of: table, rotation) + rewrite(ids[middle...], of: table, rotation)
        }
    }
}
