import Civic
import Storage

/// Which services are retired, and which were. Each stands once while it is.
struct RetirementStore: Sendable {
    /// False when it is retired already.
    func insert(_ service: String, reason: String?, by author: String, _ transaction: Transaction) throws -> Bool {
        try transaction.first(
            """
            INSERT INTO procedure_retirement (id, service, reason, author, retired)
            VALUES (\(try transaction.newID()), \(service), \(reason), \(author), \(transaction.now))
            ON CONFLICT (service) WHERE reopened IS NULL DO NOTHING RETURNING id
            """) != nil
    }

    /// False when it is not retired.
    func reopen(_ service: String, by author: String, _ transaction: Transaction) throws -> Bool {
        try transaction.execute(
            """
            UPDATE procedure_retirement SET reopened = \(transaction.now), reopener = \(author)
            WHERE service = \(service) AND reopened IS NULL
            """) > 0
    }

    /// Those that stand.
    func all(_ snapshot: Snapshot) throws -> [Retirement] {
        try snapshot.all(
            "SELECT service, reason, author, retired FROM procedure_retirement WHERE reopened IS NULL ORDER BY service"
        ) {
            Retirement(
                service: try $0["service"], since: Day(of: Instant(milliseconds: try $0["retired"])), reason: try $0["reason"],
                author: try $0["author"])
        }
    }

    func retirement(of service: String, _ snapshot: Snapshot) throws -> Retirement? {
        try all(snapshot).first { $0.service == service }
    }
}
