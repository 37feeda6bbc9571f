import Civic
import Storage

/// The rows of diversions, of their rules and of who took another way.
struct DiversionStore: Sendable {
    private static let columns: SQL = "id, point, cause, offers, other_point, began, ended"

    /// nil when one goes on at this point.
    func begin(
        _ cause: Diversion.Cause, at point: Int64, _ ways: Ways, by author: Int64?, rule: Int64?, _ transaction: Transaction
    ) throws -> Int64? {
        try transaction.value(
            """
            INSERT INTO diversion (id, point, cause, offers, other_point, author, rule, began)
            VALUES (\(try transaction.newID()), \(point), \(cause.rawValue), \(ways.stored), \(ways.otherPoint), \(author), \(rule),
                \(transaction.now))
            ON CONFLICT DO NOTHING RETURNING id
            """)
    }

    func end(_ id: Int64, by staff: Int64?, _ transaction: Transaction) throws -> Bool {
        try transaction.execute(
            "UPDATE diversion SET ended = \(transaction.now), ender = \(staff) WHERE id = \(id) AND ended IS NULL") == 1
    }

    func open(_ snapshot: Snapshot) throws -> [Diversion] {
        try snapshot.all("SELECT \(Self.columns) FROM diversion WHERE ended IS NULL ORDER BY began, id", Self.diversion)
    }

    func diversion(_ id: Int64, _ snapshot: Snapshot) throws -> Diversion? {
        try snapshot.first("SELECT \(Self.columns) FROM diversion WHERE id = \(id)").map(Self.diversion)
    }

    /// Those that ended, the newest first.
    func past(since: Instant, _ snapshot: Snapshot) throws -> [Diversion] {
        try snapshot.all(
            """
            SELECT \(Self.columns) FROM diversion WHERE ended IS NOT NULL AND began >= \(since.milliseconds)
            ORDER BY began DESC, id DESC LIMIT 200
            """, Self.diversion)
    }

    func use(_ offer: Diversion.Offer, of id: Int64, in interaction: InteractionID, _ transaction: Transaction) throws {
        try transaction.execute(
            """
            INSERT INTO diversion_use (id, diversion, interaction, offer)
            VALUES (\(try transaction.newID()), \(id), \(interaction), \(offer.rawValue))
            """)
    }

    func uses(of id: Int64, _ snapshot: Snapshot) throws -> [Diversion.Offer: Int] {
        let rows = try snapshot.all("SELECT offer, COUNT(*) AS n FROM diversion_use WHERE diversion = \(id) GROUP BY offer") { row in
            (Diversion.Offer(rawValue: try row["offer"]), try row["n"] as Int)
        }
        return Dictionary(uniqueKeysWithValues: rows.compactMap { offer, count in offer.map { ($0, count) } })
    }

    /// Takes the place of the rule that the point had.
    func setRule(at point: Int64, minutes: Int, _ ways: Ways, by staff: Int64, _ transaction: Transaction) throws -> Int64 {
        try endRule(at: point, transaction)
        let id = try transaction.newID()
        try transaction.execute(
            """
            INSERT INTO diversion_rule (id, point, minutes, offers, other_point, author, made)
            VALUES (\(id), \(point), \(minutes), \(ways.stored), \(ways.otherPoint), \(staff), \(transaction.now))
            """)
        return id
    }

    @discardableResult
    func endRule(at point: Int64, _ transaction: Transaction) throws -> Bool {
        try transaction.execute("UPDATE diversion_rule SET ended = \(transaction.now) WHERE point = \(point) AND ended IS NULL") == 1
    }

    func rules(_ snapshot: Snapshot) throws -> [DiversionRule] {
        try snapshot.all("SELECT id, point, minutes, offers, other_point FROM diversion_rule WHERE ended IS NULL ORDER BY point") { row in
            DiversionRule(id: try row["id"], point: try row["point"], minutes: try row["minutes"], ways: try Self.ways(row))
        }
    }

    private static func ways(_ row: Row) throws -> Ways {
        guard let ways = Ways(stored: try row["offers"], otherPoint: try row["other_point"]) else {
            throw StorageFault(.shape, "a diversion offers no way that this program knows")
        }
        return ways
    }

    private static func diversion(_ row: Row) throws -> Diversion {
        guard let cause = Diversion.Cause(rawValue: try row["cause"]) else {
            throw StorageFault(.shape, "a diversion has a cause that this program does not know")
        }
        let ended: Int64? = try row["ended"]
        return Diversion(
            id: try row["id"], point: try row["point"], cause: cause, ways: try ways(row), began: Instant(milliseconds: try row["began"]),
            ended: ended.map { Instant(milliseconds: $0) })
    }
}
