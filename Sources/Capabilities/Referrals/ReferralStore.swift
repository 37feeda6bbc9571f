import Civic
import Storage

/// The rows of referrals.
struct ReferralStore: Sendable {
    private static let columns: SQL = "id, contact, sender, made, to_point, to_institution, to_staff, moves, holder, next, ended"

    /// nil when the contact was sent already.
    func insert(
        _ contact: InteractionID, at from: Int64?, to address: Referral.Address, by staff: Int64, _ transaction: Transaction
    ) throws -> Int64? {
        let (point, institution, person) = Self.parts(address)
        return try transaction.value(
            """
            INSERT INTO referral (id, contact, sender, made, from_point, to_point, to_institution, to_staff, moves)
            VALUES (\(try transaction.newID()), \(contact), \(staff), \(transaction.now), \(from), \(point), \(institution),
                \(person), 0)
            ON CONFLICT DO NOTHING RETURNING id
            """)
    }

    func referral(_ id: Int64, _ snapshot: Snapshot) throws -> Referral? {
        try snapshot.first("SELECT \(Self.columns) FROM referral WHERE id = \(id)").map(Self.referral)
    }

    func referral(of contact: InteractionID, _ snapshot: Snapshot) throws -> Referral? {
        try snapshot.first("SELECT \(Self.columns) FROM referral WHERE contact = \(contact)").map(Self.referral)
    }

    func referral(goingOnIn contact: InteractionID, _ snapshot: Snapshot) throws -> Referral? {
        try snapshot.first("SELECT \(Self.columns) FROM referral WHERE next = \(contact)").map(Self.referral)
    }

    /// Those of a tray that are not ended, the oldest first.
    func open(_ tray: Tray, limit: Int, _ snapshot: Snapshot) throws -> [Referral] {
        try snapshot.all(
            "SELECT \(Self.columns) FROM referral WHERE ended IS NULL AND \(tray.condition) ORDER BY made, id LIMIT \(limit)",
            Self.referral)
    }

    /// How many there are, made not before a moment, and when the oldest was.
    func count(_ tray: Tray, since moment: Instant = Instant(milliseconds: 0), _ snapshot: Snapshot) throws -> (
        count: Int, oldest: Instant?
    ) {
        let row = try snapshot.first(
            """
            SELECT count(*) AS referrals, min(made) AS oldest FROM referral
            WHERE ended IS NULL AND made >= \(moment.milliseconds) AND \(tray.condition)
            """)
        let oldest: Int64? = try row?["oldest"]
        return (try row?["referrals"] ?? 0, oldest.map { Instant(milliseconds: $0) })
    }

    /// False when somebody else took it.
    func take(_ referral: Referral, by staff: Int64, in next: InteractionID, _ transaction: Transaction) throws -> Bool {
        try transaction.execute(
            """
            UPDATE referral SET holder = \(staff), taken = \(transaction.now), next = \(next)
            WHERE id = \(referral.id) AND holder IS NULL
            """) == 1
    }

    /// False when somebody took it.
    func move(_ referral: Referral, to address: Referral.Address, _ transaction: Transaction) throws -> Bool {
        let (point, institution, person) = Self.parts(address)
        return try transaction.execute(
            """
            UPDATE referral SET to_point = \(point), to_institution = \(institution), to_staff = \(person), moves = moves + 1
            WHERE id = \(referral.id) AND holder IS NULL
            """) == 1
    }

    func end(_ referral: Referral, _ outcome: Outcome, _ transaction: Transaction) throws {
        try transaction.execute(
            "UPDATE referral SET outcome = \(outcome.number), ended = \(transaction.now) WHERE id = \(referral.id) AND ended IS NULL")
    }

    private static func parts(_ address: Referral.Address) -> (Int64?, String?, Int64?) {
        switch address {
        case .point(let point): (point, nil, nil)
        case .institution(let key): (nil, key, nil)
        case .staff(let staff): (nil, nil, staff)
        }
    }

    private static func referral(_ row: Row) throws -> Referral {
        let (point, institution, staff, next, ended): (Int64?, String?, Int64?, Int64?, Int64?) = (
            try row["to_point"], try row["to_institution"], try row["to_staff"], try row["next"], try row["ended"]
        )
        let address = point.map { Referral.Address.point($0) } ?? institution.map { .institution($0) } ?? staff.map { .staff($0) }
        guard let address else { throw StorageFault(.shape, "a referral is to nobody") }
        return Referral(
            id: try row["id"], contact: InteractionID(try row["contact"]), sender: try row["sender"],
            made: Instant(milliseconds: try row["made"]), address: address, moves: try row["moves"], holder: try row["holder"],
            next: next.map { InteractionID($0) }, ended: ended.map { Instant(milliseconds: $0) })
    }
}
