import Civic
import Storage

/// The register of breaches.
struct BreachStore: Sendable {
    func insert(
        _ code: CheckedCode, _ cause: Breach.Cause, reference: Int64, from: Instant, to: Instant, known: Instant,
        due: (alert: Instant?, report: Instant?), reach: [Reach], isCertain: Bool, _ transaction: Transaction
    ) throws -> Int64? {
        try transaction.enter()
        let id = try transaction.newID()
        let reads = reach.reduce(0) { $0 + $1.reads }
        guard
            try transaction.first(
                """
                INSERT INTO breach (id, code, cause, reference, from_at, to_at, known, alert_due, report_due, reached, reads, opened,
                    is_certain, act)
                VALUES (\(id), \(code.plain), \(cause.rawValue), \(reference), \(from.milliseconds), \(to.milliseconds),
                    \(known.milliseconds), \(due.alert?.milliseconds), \(due.report?.milliseconds), \(reach.count), \(reads),
                    \(transaction.now), \(isCertain), \(transaction.act.number))
                ON CONFLICT (code) DO NOTHING RETURNING id
                """) != nil
        else { return nil }
        for each in reach {
            try transaction.execute(
                """
                INSERT INTO breach_reach (id, breach, subject, fields, reads, first, last)
                VALUES (\(try transaction.newID()), \(id), \(each.subject), \(each.fields.sorted().joined(separator: " ")), \(each.reads),
                    \(each.first.milliseconds), \(each.last.milliseconds))
                """)
        }
        return id
    }

    func breaches(_ snapshot: Snapshot) throws -> [Breach] {
        try snapshot.all("SELECT \(Self.columns) FROM breach ORDER BY known DESC, id DESC", breach)
    }

    func breach(_ code: CheckedCode, _ snapshot: Snapshot) throws -> Breach? {
        try snapshot.first("SELECT \(Self.columns) FROM breach WHERE code = \(code.plain)").map(breach)
    }

    /// How many persons had each kind of data reached.
    func fields(of breach: Int64, _ snapshot: Snapshot) throws -> [(fields: String, persons: Int)] {
        try snapshot.all(
            "SELECT fields, COUNT(*) AS persons FROM breach_reach WHERE breach = \(breach) GROUP BY fields ORDER BY fields"
        ) { (try $0["fields"], try $0["persons"]) }
    }

    func reach(of breach: Int64, _ snapshot: Snapshot) throws -> [(person: PersonID, fields: [String])] {
        try snapshot.all("SELECT subject, fields FROM breach_reach WHERE breach = \(breach) ORDER BY subject") {
            (PersonID(try $0["subject"]), (try $0["fields"] as String).split(separator: " ").map(String.init))
        }
    }

    func breaches(of person: PersonID, _ snapshot: Snapshot) throws -> [(fields: [String], last: Instant)] {
        try snapshot.all("SELECT fields, last FROM breach_reach WHERE subject = \(person) ORDER BY id") {
            ((try $0["fields"] as String).split(separator: " ").map(String.init), Instant(milliseconds: try $0["last"]))
        }
    }

    func lettersMade(of breach: Int64, _ transaction: Transaction) throws {
        try transaction.execute("UPDATE breach SET letters = \(transaction.now), is_certain = 1 WHERE id = \(breach)")
    }

    func erase(_ person: PersonID, _ transaction: Transaction) throws -> Int {
        try transaction.execute("DELETE FROM breach_reach WHERE subject = \(person)")
    }

    private static let columns: SQL = """
        id, code, cause, reference, from_at, to_at, known, alert_due, report_due, reached, reads, letters, is_certain
        """

    private func breach(_ row: Row) throws -> Breach {
        guard let cause = Breach.Cause(rawValue: try row["cause"]), let code = CheckedCode(typed: try row["code"] as String) else {
            throw StorageFault(.shape, "breach holds a cause or a code that this program does not know")
        }
        func moment(_ column: String) throws -> Instant? {
            let at: Int64? = try row[column]
            return at.map(Instant.init(milliseconds:))
        }
        func fixed(_ column: String) throws -> Instant { Instant(milliseconds: try row[column]) }
        return Breach(
            id: try row["id"], code: code, cause: cause, reference: try row["reference"], from: try fixed("from_at"),
            to: try fixed("to_at"), known: try fixed("known"), alertDue: try moment("alert_due"), reportDue: try moment("report_due"),
            persons: try row["reached"], reads: try row["reads"], letters: try moment("letters"), isCertain: try row["is_certain"])
    }
}
