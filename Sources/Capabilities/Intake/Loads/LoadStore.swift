import Storage

/// The loads and how far each has come.
struct LoadStore: Sendable {
    func load(_ source: String, _ snapshot: Snapshot) throws -> Load? {
        try snapshot.first("SELECT id, source, position, accepted, refused, ended FROM contact_load WHERE source = \(source)").map { row in
            Load(
                id: try row["id"], source: try row["source"], position: try row["position"], accepted: try row["accepted"],
                refused: try row["refused"], hasEnded: (try row["ended"] as Int64?) != nil)
        }
    }

    /// The load of this source, begun now unless it was begun before.
    func begin(_ source: String, at position: Int, _ transaction: Transaction) throws -> Load {
        try transaction.execute(
            """
            INSERT INTO contact_load (id, source, position, accepted, refused, began)
            VALUES (\(try transaction.newID()), \(source), \(position), 0, 0, \(transaction.now)) ON CONFLICT (source) DO NOTHING
            """)
        guard let load = try load(source, transaction) else { throw StorageFault(.shape, "a load that was begun is not there") }
        return load
    }

    /// Moves a load on from where it was. False when another process moved it meanwhile.
    func move(_ load: Load, to position: Int, accepted: Int, refused: Int, _ transaction: Transaction) throws -> Bool {
        try transaction.execute(
            """
            UPDATE contact_load SET position = \(position), accepted = accepted + \(accepted), refused = refused + \(refused)
            WHERE id = \(load.id) AND position = \(load.position) AND ended IS NULL
            """) == 1
    }

    func end(_ load: Load, _ transaction: Transaction) throws {
        try transaction.execute("UPDATE contact_load SET ended = \(transaction.now) WHERE id = \(load.id) AND ended IS NULL")
    }
}
