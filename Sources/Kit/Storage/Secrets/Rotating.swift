extension Database {
    /// Seals anew under the current key whatever an older one sealed, with the lookups made from it, in small acts while the
    /// system is in use. Gives back how many rows were rewritten. It can be stopped at any time and called again. Answers kept
    /// for repeated forms are left to end with their term: keep the old key for a week more.
    public func rotateSecrets(_ schemas: [Schema], progress: @Sendable (String, Int) -> Void = { _, _ in }) async throws -> Int {
        let rotation = Rotation(keyring: keyring)
        var total = 0
        for table in schemas.flatMap(\.tables) {
            var rewritten = 0
            while true {
                let count = try await write { try rotation.rewrite(table, $0) }
                rewritten += count
                if count == 0 { break }
                progress(table.name, rewritten)
            }
            total += rewritten
        }
        return total
    }
}
