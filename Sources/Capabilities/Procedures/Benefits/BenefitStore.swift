import Civic
import Foundation
import Storage

/// The rows of benefits and of what reviews propose. What is in them opens with a disclosure.
struct BenefitStore: Sendable {
    let keyring: Keyring

    static let columns: SQL = "id, procedure, subject, service, status, since, next, held, held_at"

    func insert(_ run: ProcedureRun, _ body: Benefit.Body, since: Day, next: Day, isOnce: Bool, _ transaction: Transaction) throws {
        let id = try transaction.newID()
        try transaction.execute(
            """
            INSERT INTO procedure_benefit (id, procedure, subject, service, status, since, body, next, single)
            VALUES (\(id), \(run.id), \(run.subject), \(run.service), 'active', \(since.number),
                \(try seal(body, "procedure_benefit", id, run.subject, transaction)), \(next.number), \(isOnce ? 1 : nil))
            """)
    }

    /// Whether one of these records has a benefit of a service that has not ended, by another case than this one.
    func inForce(_ service: String, of records: [PersonID], besides run: Int64?, _ snapshot: Snapshot) throws -> Bool {
        guard !records.isEmpty else { return false }
        return try snapshot.value(
            """
            SELECT count(*) FROM procedure_benefit
            WHERE service = \(service) AND subject IN (\(list: records)) AND status <> 'ended' AND procedure <> \(run ?? 0)
            """, as: Int.self) != 0
    }

    func benefit(of run: Int64, _ snapshot: Snapshot) throws -> Benefit? {
        try snapshot.first("SELECT \(Self.columns) FROM procedure_benefit WHERE procedure = \(run)").map(Self.benefit)
    }

    /// Those whose review is due, the oldest first; not those about which a proposal or an appeal waits.
    func due(on day: Day, after last: Benefit?, limit: Int, _ snapshot: Snapshot) throws -> [Benefit] {
        try snapshot.all(
            """
            SELECT \(Self.columns) FROM procedure_benefit b WHERE next <= \(day.number) AND status <> 'ended'
                AND (next, id) > (\(last?.next.number ?? 0), \(last?.id ?? 0))
                AND NOT EXISTS (
                    SELECT 1 FROM procedure_measure m WHERE m.benefit = b.id
                        AND (m.settled IS NULL OR (m.appealed IS NOT NULL AND m.appeal_answered IS NULL)))
                AND NOT EXISTS (
                    SELECT 1 FROM procedure_run r WHERE r.id = b.procedure AND r.appealed IS NOT NULL AND r.appeal_answered IS NULL)
            ORDER BY next, id LIMIT \(limit)
            """, Self.benefit)
    }

    func body(of benefit: Benefit, _ snapshot: Snapshot) throws -> SubjectSealed {
        guard let row = try snapshot.first("SELECT body FROM procedure_benefit WHERE id = \(benefit.id)") else { throw NotFound() }
        return SubjectSealed(
            try row["body"], at: Cell(table: "procedure_benefit", column: "body", row: benefit.id), subject: benefit.subject, .procedures)
    }

    func set(_ benefit: Benefit, _ status: Benefit.Status, _ body: Benefit.Body, since: Day, _ transaction: Transaction) throws {
        try transaction.execute(
            """
            UPDATE procedure_benefit SET status = \(status.rawValue), since = \(since.number),
                body = \(try seal(body, "procedure_benefit", benefit.id, benefit.subject, transaction)) WHERE id = \(benefit.id)
            """)
    }

    func setNext(_ benefit: Benefit, on day: Day, _ transaction: Transaction) throws {
        try transaction.execute("UPDATE procedure_benefit SET next = \(day.number) WHERE id = \(benefit.id)")
    }

    /// Once for each day on which a value began. Gives back whether there may be more: a nation is not moved in one statement.
    func bringForward(_ service: String, since begun: Day, to today: Day, _ transaction: Transaction) throws -> Bool {
        let most = 10_000
        return try transaction.execute(
            """
            UPDATE procedure_benefit SET next = \(today.number), brought = \(begun.number) WHERE id IN (
                SELECT id FROM procedure_benefit WHERE service = \(service) AND status <> 'ended' AND next > \(today.number)
                    AND COALESCE(brought, since) < \(begun.number) LIMIT \(most))
            """) == most
    }

    func propose(_ kind: Measure.Kind, _ body: Measure.Body, of benefit: Benefit, _ transaction: Transaction) throws -> Measure {
        let id = try transaction.newID()
        try transaction.execute(
            """
            INSERT INTO procedure_measure (id, benefit, subject, kind, body, made)
            VALUES (\(id), \(benefit.id), \(benefit.subject), \(kind.rawValue),
                \(try seal(body, "procedure_measure", id, benefit.subject, transaction)), \(transaction.now))
            """)
        return Measure(
            id: id, benefit: benefit.id, kind: kind, decider: nil, settled: nil, notified: nil, appealed: nil, appealAnswered: nil,
            isUpheld: nil)
    }

    /// What waits about a benefit.
    func open(of benefit: Benefit, _ snapshot: Snapshot) throws -> (measure: Measure, body: SubjectSealed)? {
        try snapshot.first(
            "SELECT \(Self.measures) FROM procedure_measure WHERE benefit = \(benefit.id) AND settled IS NULL"
        ).map { try Self.measure($0, benefit) }
    }

    /// The last one that was taken: what the benefit stands on now.
    func standing(of benefit: Benefit, _ snapshot: Snapshot) throws -> (measure: Measure, body: SubjectSealed)? {
        try snapshot.first(
            """
            SELECT \(Self.measures) FROM procedure_measure WHERE benefit = \(benefit.id) AND outcome = 'taken'
            ORDER BY settled DESC, id DESC LIMIT 1
            """
        ).map { try Self.measure($0, benefit) }
    }

    private static let measures: SQL = "id, benefit, kind, decider, settled, notified, appealed, appeal_answered, upheld, body"

    private static func measure(_ row: Row, _ benefit: Benefit) throws -> (measure: Measure, body: SubjectSealed) {
        func moment(_ column: String) throws -> Instant? {
            let at: Int64? = try row[column]
            return at.map { Instant(milliseconds: $0) }
        }
        let (id, notified, upheld): (Int64, Int?, Int?) = (try row["id"], try row["notified"], try row["upheld"])
        guard let kind = Measure.Kind(rawValue: try row["kind"]) else { throw StorageFault(.shape, "a measure of no known kind") }
        return (
            Measure(
                id: id, benefit: try row["benefit"], kind: kind, decider: try row["decider"], settled: try moment("settled"),
                notified: notified.map { Day(number: $0) }, appealed: try moment("appealed"),
                appealAnswered: try moment("appeal_answered"), isUpheld: upheld.map { $0 == 1 }),
            SubjectSealed(
                try row["body"], at: Cell(table: "procedure_measure", column: "body", row: id), subject: benefit.subject, .procedures)
        )
    }

    /// False when it was appealed before, or nobody signed it.
    func appeal(_ measure: Measure, _ transaction: Transaction) throws -> Bool {
        try transaction.execute(
            """
            UPDATE procedure_measure SET appealed = \(transaction.now)
            WHERE id = \(measure.id) AND outcome = 'taken' AND decider IS NOT NULL AND appealed IS NULL
            """) == 1
    }

    /// False when somebody was notified of it before, or nobody signed it.
    func notify(_ measure: Measure, on day: Day, _ transaction: Transaction) throws -> Bool {
        try transaction.execute(
            """
            UPDATE procedure_measure SET notified = \(day.number)
            WHERE id = \(measure.id) AND outcome = 'taken' AND decider IS NOT NULL AND notified IS NULL
            """) == 1
    }

    /// The runs, of these services, of those that were signed or upheld against somebody, stand, and nobody was notified of, with when, the oldest first.
    func unnotified(of services: [String], _ snapshot: Snapshot) throws -> [(run: Int64, signed: Instant)] {
        guard !services.isEmpty else { return [] }
        return try snapshot.all(
            """
            SELECT b.procedure AS run, COALESCE(m.appeal_answered, m.settled) AS signed FROM procedure_measure m JOIN procedure_benefit b ON b.id = m.benefit
            WHERE m.outcome = 'taken' AND m.decider IS NOT NULL AND m.notified IS NULL
                AND (m.appealed IS NULL OR m.upheld = 1)
                AND m.kind IN ('lower', 'suspend', 'end') AND b.service IN (\(list: services))
                AND NOT EXISTS (
                    SELECT 1 FROM procedure_measure l WHERE l.benefit = m.benefit AND l.outcome = 'taken'
                        AND (l.settled > m.settled OR (l.settled = m.settled AND l.id > m.id)))
            ORDER BY signed, m.id LIMIT 200
            """
        ) { (try $0["run"], Instant(milliseconds: try $0["signed"])) }
    }

    /// By another than who signed it. The answer is notified anew. False when it was answered meanwhile.
    func answer(_ measure: Measure, isUpheld: Bool, by decider: Int64, _ transaction: Transaction) throws -> Bool {
        try transaction.execute(
            """
            UPDATE procedure_measure SET appeal_answered = \(transaction.now), appeal_decider = \(decider), upheld = \(isUpheld ? 1 : 0),
                notified = NULL
            WHERE id = \(measure.id) AND appealed IS NOT NULL AND appeal_answered IS NULL AND decider <> \(decider)
            """) == 1
    }

    /// `decider` is nil for what is in the person's favour. False when somebody settled it meanwhile.
    func settle(_ measure: Measure, isTaken: Bool, by decider: Int64?, _ transaction: Transaction) throws -> Bool {
        try transaction.execute(
            """
            UPDATE procedure_measure SET outcome = \(isTaken ? "taken" : "dropped"), settled = \(transaction.now), decider = \(decider)
            WHERE id = \(measure.id) AND settled IS NULL
            """) == 1
    }

    func erase(_ person: PersonID, _ transaction: Transaction) throws -> Int {
        try transaction.execute("DELETE FROM procedure_measure WHERE subject = \(person)")
            + transaction.execute("DELETE FROM procedure_benefit WHERE subject = \(person)")
    }

    private func seal(_ body: some Encodable, _ table: String, _ id: Int64, _ person: PersonID, _ transaction: Transaction) throws
        -> [UInt8]
    {
        let text = String(decoding: try JSONEncoder().encode(body), as: UTF8.self)
        return try SubjectKeyStore(keyring: keyring).key(of: person, transaction).seal(
            text, at: Cell(table: table, column: "body", row: id))
    }

    static func benefit(_ row: Row) throws -> Benefit {
        let (held, heldAt): (Int?, Int64?) = (try row["held"], try row["held_at"])
        guard let status = Benefit.Status(rawValue: try row["status"]) else { throw StorageFault(.shape, "a benefit of no known status") }
        return Benefit(
            id: try row["id"], procedure: try row["procedure"], subject: PersonID(try row["subject"]), service: try row["service"],
            status: status, since: Day(number: try row["since"]),
            next: Day(number: try row["next"]), held: held.map { Day(number: $0) },
            heldOn: heldAt.map { Day(of: Instant(milliseconds: $0)) })
    }
}

extension Disclosure {
    /// What was sealed as JSON.
    func read<Body: Decodable>(_ type: Body.Type, _ sealed: SubjectSealed) throws -> Body {
        try JSONDecoder().decode(type, from: Data(try open(sealed).utf8))
    }
}
