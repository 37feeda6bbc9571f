import Civic
import Storage

/// An agreement (convenio) between two institutions: under it the staff of the one that receives sees matters of the one that gives.
public struct Agreement: Sendable, Hashable {
    public let id: Int64
    public let giver: String
    public let receiver: String
    public let purpose: String
    /// What is shown.
    public let data: String
    /// The law or the decree, and the number of the agreement.
    public let basis: String
    public let from: Day
    /// The last day on which it holds. Before `from` when it was ended before it began.
    public let to: Day

    public func isInForce(on day: Day) -> Bool { from <= day && day <= to }
}

/// An agreement as it is written down.
public struct NewAgreement: Sendable, Hashable {
    public let giver: String
    public let receiver: String
    public let purpose: String
    public let data: String
    public let basis: String
    public let from: Day
    public let to: Day

    /// nil when an institution would agree with itself, or it would end before it begins.
    public init?(giver: String, receiver: String, purpose: String, data: String, basis: String, from: Day, to: Day) {
        guard giver != receiver, to >= from else { return nil }
        self.giver = giver
        self.receiver = receiver
        self.purpose = purpose
        self.data = data
        self.basis = basis
        self.from = from
        self.to = to
    }
}

struct AgreementStore: Sendable {
    func insert(_ agreement: NewAgreement, _ transaction: Transaction) throws -> Int64 {
        let id = try transaction.newID()
        try transaction.execute(
            """
            INSERT INTO agreement (id, giver, receiver, purpose, data, basis, from_day, to_day, made)
            VALUES (\(id), \(agreement.giver), \(agreement.receiver), \(agreement.purpose), \(agreement.data), \(agreement.basis),
                \(agreement.from.number), \(agreement.to.number), \(transaction.now))
            """)
        return id
    }

    /// It holds until the day before; one that has not begun never holds. False when it had ended by then.
    func end(_ id: Int64, before day: Day, _ transaction: Transaction) throws -> Bool {
        try transaction.execute(
            """
            UPDATE agreement SET to_day = CASE WHEN from_day > \(day.number) THEN from_day - 1 ELSE \(day.number - 1) END
            WHERE id = \(id) AND to_day >= \(day.number)
            """) == 1
    }

    func agreement(_ id: Int64, _ snapshot: Snapshot) throws -> Agreement? {
        try snapshot.first("SELECT \(Self.columns) FROM agreement WHERE id = \(id)").map(agreement)
    }

    /// Those that hold or will hold first.
    func all(_ snapshot: Snapshot) throws -> [Agreement] {
        try snapshot.all("SELECT \(Self.columns) FROM agreement ORDER BY to_day DESC, id DESC", agreement)
    }

    func giving(_ institution: String, on day: Day, _ snapshot: Snapshot) throws -> [Int64] {
        try snapshot.all(
            """
            SELECT id FROM agreement WHERE giver = \(institution) AND from_day <= \(day.number) AND to_day >= \(day.number) ORDER BY id
            """
        ) { try $0["id"] }
    }

    func received(by institution: String, on day: Day, _ snapshot: Snapshot) throws -> Set<Int64> {
        Set(
            try snapshot.all(
                """
                SELECT id FROM agreement WHERE receiver = \(institution) AND from_day <= \(day.number) AND to_day >= \(day.number)
                """
            ) { try $0["id"] as Int64 })
    }

    private static let columns: SQL = "id, giver, receiver, purpose, data, basis, from_day, to_day"

    private func agreement(_ row: Row) throws -> Agreement {
        Agreement(
            id: try row["id"], giver: try row["giver"], receiver: try row["receiver"], purpose: try row["purpose"], data: try row["data"],
            basis: try row["basis"], from: Day(number: try row["from_day"]), to: Day(number: try row["to_day"]))
    }
}
