import Civic
import Ports
import Storage

/// What was erased, by ids alone; and that it was done, without anybody.
struct ErasureStore: Sendable {
    func insert(_ person: PersonID, _ part: String, _ transaction: Transaction) throws {
        try transaction.execute(
            """
            INSERT INTO erasure (id, subject, part, at) VALUES (\(try transaction.newID()), \(person), \(part), \(transaction.now))
            ON CONFLICT (subject, part, at) DO NOTHING
            """)
    }

    func after(_ moment: Instant, _ snapshot: Snapshot) throws -> [(person: PersonID, part: String, at: Instant)] {
        try snapshot.all("SELECT subject, part, at FROM erasure WHERE at > \(moment.milliseconds) ORDER BY id") {
            (PersonID(try $0["subject"]), try $0["part"], Instant(milliseconds: try $0["at"]))
        }
    }

    func insert(_ run: RetentionRun, _ transaction: Transaction) throws {
        try transaction.execute(
            """
            INSERT INTO retention_run (id, at, activity, persons, touched, version)
            VALUES (\(try transaction.newID()), \(transaction.now), \(run.activity), \(run.persons), \(run.touched), \(run.version))
            """)
    }

    func runs(_ snapshot: Snapshot) throws -> [RetentionRun] {
        try snapshot.all("SELECT activity, persons, touched, version FROM retention_run ORDER BY id") {
            RetentionRun(
                activity: try $0["activity"], persons: try $0["persons"], touched: try $0["touched"], version: try $0["version"])
        }
    }
}

/// What one night erased of one activity, by which version of the register.
public struct RetentionRun: Sendable, Hashable {
    public let activity: String
    public let persons: Int
    public let touched: Int
    public let version: String
}
