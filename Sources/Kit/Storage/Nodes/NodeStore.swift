/// The leases of node numbers. A process (commands included) holds one of 1,024 while it lives; another may have it once its
/// term has passed.
struct NodeStore {
    static let term: Int64 = 30_000
    static let count: Int64 = 1024

    /// Takes the lowest free number, or nil when all are held. Who holds one already, because several acts came to take it at
    /// once, keeps that.
    func take(holder: [UInt8], now: Int64, _ transaction: Transaction) throws -> Int64? {
        let own = try transaction.first("SELECT id FROM node WHERE holder = \(holder) AND expires >= \(now) ORDER BY id LIMIT 1")
        if let own: Int64 = try own?["id"] {
            return try renew(own, holder: holder, now: now, transaction) ? own : nil
        }
        let free = try transaction.first(
            """
            WITH RECURSIVE number (id) AS (SELECT CAST(0 AS BIGINT) UNION ALL SELECT id + 1 FROM number WHERE id + 1 < \(Self.count))
            SELECT number.id AS id FROM number LEFT JOIN node ON node.id = number.id
            WHERE node.id IS NULL OR node.expires < \(now) ORDER BY number.id LIMIT 1
            """)
        guard let free else { return nil }
        let number: Int64 = try free["id"]
        let taken = try transaction.first(
            """
            INSERT INTO node (id, holder, expires) VALUES (\(number), \(holder), \(now + Self.term))
            ON CONFLICT (id) DO UPDATE SET holder = excluded.holder, expires = excluded.expires WHERE node.expires < \(now)
            RETURNING id
            """)
        return try taken?["id"]
    }

    /// Prolongs a lease; false when it is no longer ours.
    func renew(_ node: Int64, holder: [UInt8], now: Int64, _ transaction: Transaction) throws -> Bool {
        try transaction.execute(
            "UPDATE node SET expires = \(now + Self.term) WHERE id = \(node) AND holder = \(holder) AND expires >= \(now)") == 1
    }

    /// Ends a lease at the last millisecond that an id was made in, so that nobody makes it again.
    func release(_ node: Int64, holder: [UInt8], last: Int64, _ transaction: Transaction) throws {
        try transaction.execute("UPDATE node SET expires = \(last) WHERE id = \(node) AND holder = \(holder)")
    }

    /// How many processes hold a number now.
    func held(now: Int64, _ snapshot: Snapshot) throws -> Int {
        try snapshot.value("SELECT COUNT(*) FROM node WHERE expires >= \(now)") ?? 0
    }
}
