import Storage

/// The rows of the brake.
struct BrakeStore: Sendable {
    func row(_ digests: [[UInt8]], _ snapshot: Transaction) throws -> (digest: [UInt8], failures: Int, free: Int64)? {
        try snapshot.first(
            """
            SELECT digest, failures, free FROM sign_in_brake WHERE digest IN (\(list: digests)) AND forgotten > \(snapshot.now)
            ORDER BY failures DESC
            """
        ).map { (try $0["digest"], try $0["failures"], try $0["free"]) }
    }

    func set(
        _ digest: [UInt8], was former: [UInt8]?, failures: Int, free: Int64, forgotten: Int64, _ transaction: Transaction
    ) throws {
        try transaction.execute(
            """
            INSERT INTO sign_in_brake (digest, failures, free, forgotten)
            VALUES (\(former ?? digest), \(failures), \(free), \(forgotten))
            ON CONFLICT (digest) DO UPDATE SET failures = excluded.failures, free = excluded.free, forgotten = excluded.forgotten
            """)
    }

    func forget(_ digests: [[UInt8]], _ transaction: Transaction) throws {
        try transaction.execute("DELETE FROM sign_in_brake WHERE digest IN (\(list: digests))")
    }

    func giveBack(_ digests: [[UInt8]], _ transaction: Transaction) throws {
        try transaction.execute("DELETE FROM sign_in_brake WHERE digest IN (\(list: digests)) AND failures = 1")
        try transaction.execute(
            "UPDATE sign_in_brake SET failures = failures - 1, free = \(transaction.now) WHERE digest IN (\(list: digests))")
    }

    func sweep(_ transaction: Transaction) throws {
        try transaction.execute("DELETE FROM sign_in_brake WHERE forgotten <= \(transaction.now)")
    }
}
