@_spi(Disclosure) import Storage

/// The jobs that wait, run or were given up.
struct JobStore: Sendable {
    let keyring: Keyring

    private var keys: SubjectKeyStore { SubjectKeyStore(keyring: keyring) }

    /// False when a job with the same key is there already.
    func insert(_ job: Job, _ transaction: Transaction) throws -> Bool {
        try transaction.enter()
        let id = try transaction.newID()
        var payload = Array(job.payload.utf8)
        if let subject = job.subject { payload = try keys.key(of: subject, transaction).seal(job.payload, at: Self.inner(id)) }
        let made = try transaction.first(
            """
            INSERT INTO job (id, kind, once_key, subject, payload, due, state, tries, made, act)
            VALUES (\(id), \(job.kind.description), \(job.key), \(job.subject), \(try keyring.seal(payload, at: Self.outer(id))),
                \(transaction.now + job.delay), 'waiting', 0, \(transaction.now), \(transaction.act.number))
            ON CONFLICT (once_key) DO NOTHING RETURNING id
            """)
        return made != nil
    }

    /// Takes up to `limit` due jobs of these kinds; those whose worker let its lease run out are due too.
    func claim(_ limit: Int, of kinds: [String], lease: Int64, _ transaction: Transaction) throws -> [ClaimedJob] {
        let now = transaction.now
        var ids = try transaction.claim(
            limit, from: "job", where: "state = 'waiting' AND due <= \(now) AND kind IN (\(list: kinds))", orderedBy: "due, id")
        if ids.count < limit {
            ids += try transaction.claim(
                limit - ids.count, from: "job", where: "state = 'running' AND lease < \(now) AND kind IN (\(list: kinds))",
                orderedBy: "lease, id")
        }
        guard !ids.isEmpty else { return [] }
        try transaction.execute(
            "UPDATE job SET state = 'running', tries = tries + 1, lease = \(now + lease) WHERE id IN (\(list: ids))")
        return try transaction.all("SELECT id, kind, subject, payload, tries FROM job WHERE id IN (\(list: ids)) ORDER BY due, id") { row in
            try claimed(row, transaction)
        }
    }

    /// It is done and gone. False when another worker took it after this one's lease had run out.
    func finish(_ job: ClaimedJob, _ transaction: Transaction) throws -> Bool {
        try transaction.execute("DELETE FROM job WHERE id = \(job.id) AND state = 'running' AND tries = \(job.attempt)") == 1
    }

    /// It failed: it waits for its next try, or is given up when `due` is nil.
    func fail(_ job: ClaimedJob, _ failure: String, due: Int64?, _ transaction: Transaction) throws {
        try transaction.execute(
            """
            UPDATE job SET state = \(due == nil ? "dead" : "waiting"), due = \(due ?? transaction.now), lease = NULL, failure = \(failure)
            WHERE id = \(job.id) AND state = 'running' AND tries = \(job.attempt)
            """)
    }

    func extend(_ job: ClaimedJob, until: Int64, _ transaction: Transaction) throws -> Bool {
        try transaction.execute(
            "UPDATE job SET lease = \(until) WHERE id = \(job.id) AND state = 'running' AND tries = \(job.attempt)") == 1
    }

    func dead(limit: Int, _ snapshot: Snapshot) throws -> [DeadJob] {
        try snapshot.all("SELECT id, kind, tries, failure, made FROM job WHERE state = 'dead' ORDER BY id LIMIT \(limit)") { row in
            let failure: String? = try row["failure"]
            return DeadJob(
                id: try row["id"], kind: try row["kind"], tries: try row["tries"], failure: failure ?? "",
                made: Instant(milliseconds: try row["made"]))
        }
    }

    /// Starts dead jobs again from their first try, and gives back how many.
    func restart(_ ids: [Int64], _ transaction: Transaction) throws -> Int {
        try transaction.execute(
            "UPDATE job SET state = 'waiting', tries = 0, due = \(transaction.now) WHERE state = 'dead' AND id IN (\(list: ids))")
    }

    /// How many there are in each state, and when the one that waits longest was due.
    func counts(_ snapshot: Snapshot) throws -> (waiting: Int, running: Int, dead: Int, oldestDue: Int64?) {
        var counts: [String: Int] = [:]
        var oldest: Int64?
        try snapshot.each("SELECT state, COUNT(*) AS n, MIN(due) AS oldest FROM job GROUP BY state") { row in
            let state: String = try row["state"]
            counts[state] = try row["n"]
            if state == "waiting" { oldest = try row["oldest"] }
        }
        return (counts["waiting"] ?? 0, counts["running"] ?? 0, counts["dead"] ?? 0, oldest)
    }

    /// How many wait, how many of them have been due for longer than `patience` milliseconds, and how many were given up.
    func load(patience: Int64, at now: Int64, _ snapshot: Snapshot) throws -> JobLoad {
        let counts = try counts(snapshot)
        let late: Int = try snapshot.value("SELECT COUNT(*) AS n FROM job WHERE state = 'waiting' AND due < \(now - patience)") ?? 0
        return JobLoad(waiting: counts.waiting, late: late, dead: counts.dead)
    }

    private func claimed(_ row: Row, _ transaction: Transaction) throws -> ClaimedJob {
        let id: Int64 = try row["id"]
        let subject: PersonID? = try row["subject"]
        let sealed = try Sealed(row, "payload", of: "job", id: id)
        // A person who was erased in the meantime has no key: the work gets no payload, and finds nothing to do.
        let payload =
            try subject.map { try keys.existing($0, transaction)?.open(sealed.bytes(with: keyring), at: Self.inner(id)) ?? "" }
            ?? sealed.open(with: keyring)
        return ClaimedJob(id: id, kind: try row["kind"], payload: payload, subject: subject, attempt: try row["tries"])
    }

    private static func outer(_ id: Int64) -> Cell { Cell(table: "job", column: "payload", row: id) }
    private static func inner(_ id: Int64) -> Cell { Cell(table: "job", column: "payload.subject", row: id) }
}
