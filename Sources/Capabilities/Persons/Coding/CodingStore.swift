import Civic
import Ports
import Storage

/// The rows of what is coded again. Whom an attention was with stands with the contact and nowhere here.
struct CodingStore: Sendable {
    private static let columns: SQL = "id, interaction, coder, coded"

    func draw(_ interaction: InteractionID, _ transaction: Transaction) throws {
        try transaction.execute(
            """
            INSERT INTO blind_coding (id, interaction, drawn) VALUES (\(try transaction.newID()), \(interaction), \(transaction.now))
            ON CONFLICT DO NOTHING
            """)
    }

    /// Those that nobody took since a moment, the oldest first.
    func waiting(since moment: Instant, _ snapshot: Snapshot) throws -> [Coding] {
        try snapshot.all(
            """
            SELECT \(Self.columns) FROM blind_coding WHERE coder IS NULL AND drawn >= \(moment.milliseconds) ORDER BY drawn, id LIMIT 200
            """, Self.coding)
    }

    /// What somebody took and did not code.
    func taken(by coder: Int64, _ snapshot: Snapshot) throws -> Coding? {
        try snapshot.first("SELECT \(Self.columns) FROM blind_coding WHERE coder = \(coder) AND coded IS NULL").map(Self.coding)
    }

    func coding(_ id: Int64, _ snapshot: Snapshot) throws -> Coding? {
        try snapshot.first("SELECT \(Self.columns) FROM blind_coding WHERE id = \(id)").map(Self.coding)
    }

    /// False when another took it.
    func take(_ id: Int64, by coder: Int64, _ transaction: Transaction) throws -> Bool {
        try transaction.execute("UPDATE blind_coding SET coder = \(coder) WHERE id = \(id) AND coder IS NULL") == 1
    }

    /// False when it was coded meanwhile.
    func code(_ id: Int64, _ typed: TypedAttention, against first: PastContact, _ transaction: Transaction) throws -> Bool {
        try transaction.execute(
            """
            UPDATE blind_coding SET coded = \(transaction.now), same_product = \(first.product == typed.product ? 1 : 0),
                same_deed = \(first.deed == typed.deed ? 1 : 0), same_outcome = \(first.outcome == typed.outcome ? 1 : 0)
            WHERE id = \(id) AND coded IS NULL
            """) == 1
    }

    /// Of those that were coded between two moments.
    func agreement(from first: Instant, to last: Instant, _ snapshot: Snapshot) throws -> CodingAgreement.Reading {
        let row = try snapshot.first(
            """
            SELECT count(*) AS n, CAST(COALESCE(SUM(same_product), 0) AS BIGINT) AS products,
                CAST(COALESCE(SUM(same_deed), 0) AS BIGINT) AS deeds, CAST(COALESCE(SUM(same_outcome), 0) AS BIGINT) AS outcomes
            FROM blind_coding WHERE coded >= \(first.milliseconds) AND coded < \(last.milliseconds)
            """)
        guard let row else { return .init() }
        return .init(coded: try row["n"], products: try row["products"], deeds: try row["deeds"], outcomes: try row["outcomes"])
    }

    private static func coding(_ row: Row) throws -> Coding {
        let coded: Int64? = try row["coded"]
        return Coding(id: try row["id"], interaction: InteractionID(try row["interaction"]), coder: try row["coder"], isDone: coded != nil)
    }
}
