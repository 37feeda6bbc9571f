import Storage

extension Transaction {
    /// What is to be done once this act has committed, at least once. Gives back false when a job with the same key waits already.
    @discardableResult
    public func enqueue(_ job: Job) throws -> Bool {
        let made = try JobStore(keyring: keyring).insert(job, self)
        if made { ring(JobQueue.topic) }
        return made
    }
}

/// What the staff sees of the jobs, and what it may do.
public struct JobQueue: Sendable {
    /// Rung when a job is made: workers here look at once, and everywhere each second as well.
    public static let topic = "jobs"

    private let database: Database
    private let store: JobStore

    public init(_ database: Database, keyring: Keyring) {
        self.database = database
        store = JobStore(keyring: keyring)
    }

    /// How much waits, and how much of it should have been done already: due for more than a minute.
    public func load(at now: Instant) async throws -> JobLoad {
        try await database.read { try store.load(patience: 60_000, at: now.milliseconds, $0) }
    }

    /// Jobs that were given up, the oldest first, without their payloads.
    public func dead(limit: Int = 100) async throws -> [DeadJob] {
        try await database.read { try store.dead(limit: limit, $0) }
    }

    /// Starts dead jobs again, and gives back how many. It leaves its entry in the audit.
    public func restart(_ ids: [Int64], by actor: Actor) async throws -> Int {
        try actor.must(.runJobs)
        return try await database.write { transaction in
            let count = try store.restart(ids, transaction)
            for id in ids where count > 0 {
                try transaction.record(Event("job.restarted", object: AuditEntry.Object("job", id)), by: actor)
            }
            transaction.ring(Self.topic)
            return count
        }
    }
}

/// How much there is to do.
public struct JobLoad: Sendable, Hashable {
    /// Jobs that wait for their time or their turn.
    public let waiting: Int
    /// Those of them that should have been done already.
    public let late: Int
    /// Jobs that were given up and wait for somebody to look.
    public let dead: Int
}
