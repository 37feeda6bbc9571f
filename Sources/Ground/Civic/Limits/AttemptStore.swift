import Storage

/// Attempts within their window.
struct AttemptStore: Sendable {
    /// Counts one more and gives back how many there are in the window, this one included, and when it ends (Unix milliseconds).
    func count(_ digest: [UInt8], window: Int64, _ transaction: Transaction) throws -> (count: Int, until: Int64) {
        let now = transaction.now
        guard
            let row = try transaction.first(
                """
                INSERT INTO attempt (digest, count, until) VALUES (\(digest), 1, \(now + window))
                ON CONFLICT (digest) DO UPDATE SET
                    count = CASE WHEN attempt.until <= \(now) THEN 1 ELSE attempt.count + 1 END,
                    until = CASE WHEN attempt.until <= \(now) THEN \(now + window) ELSE attempt.until END
                RETURNING count, until
                """)
        else { throw StorageFault(.shape, "an attempt was not counted") }
        return (try row["count"], try row["until"])
    }

    func forget(_ digest: [UInt8], _ transaction: Transaction) throws {
        try transaction.execute("DELETE FROM attempt WHERE digest = \(digest)")
    }

    func sweep(_ transaction: Transaction) throws -> Int {
        try transaction.execute("DELETE FROM attempt WHERE until <= \(transaction.now)")
    }
}
