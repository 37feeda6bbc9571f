import Storage

/// The indexes of the spine that a load of many millions makes afterwards.
struct BulkIndexStore: Sendable {
    func drop(_ transaction: Transaction) throws {
        try transaction.execute("DROP INDEX IF EXISTS interaction_day")
        try transaction.execute("DROP INDEX IF EXISTS interaction_agent")
    }

    func make(_ transaction: Transaction) throws {
        try transaction.execute("CREATE INDEX IF NOT EXISTS interaction_day ON interaction (day)")
        try transaction.execute("CREATE INDEX IF NOT EXISTS interaction_agent ON interaction (agent, at) WHERE agent IS NOT NULL")
    }
}
