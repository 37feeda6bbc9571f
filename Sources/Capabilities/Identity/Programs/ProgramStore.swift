import Civic
import Storage

/// Programs and their tokens, of which only digests are kept.
struct ProgramStore: Sendable {
    func insert(
        institution: String, name: String, digest: [UInt8], ends: Instant, _ transaction: Transaction
    ) throws -> Int64 {
        let id = try transaction.newID()
        try transaction.execute(
            """
            INSERT INTO program (id, institution, name, digest, made, ends)
            VALUES (\(id), \(institution), \(name), \(digest), \(transaction.now), \(ends.milliseconds))
            """)
        return id
    }

    func program(_ digest: [UInt8], at now: Instant, _ snapshot: Snapshot) throws -> (id: Int64, institution: String)? {
        try snapshot.first(
            "SELECT id, institution FROM program WHERE digest = \(digest) AND closed IS NULL AND ends > \(now.milliseconds)"
        ).map { (try $0["id"], try $0["institution"]) }
    }

    func institution(of id: Int64, _ snapshot: Snapshot) throws -> String? {
        try snapshot.value("SELECT institution FROM program WHERE id = \(id)")
    }

    func all(_ snapshot: Snapshot) throws -> [Program] {
        try snapshot.all("SELECT id, institution, name, made, ends, closed FROM program ORDER BY institution, made, id") { row in
            let closed: Int64? = try row["closed"]
            return Program(
                id: try row["id"], institution: try row["institution"], name: try row["name"],
                ends: Instant(milliseconds: try row["ends"]), closed: closed.map(Instant.init(milliseconds:)))
        }
    }

    func close(_ id: Int64, _ transaction: Transaction) throws -> Bool {
        try transaction.execute("UPDATE program SET closed = \(transaction.now) WHERE id = \(id) AND closed IS NULL") == 1
    }
}
