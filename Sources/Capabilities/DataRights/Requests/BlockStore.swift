import Civic
import Storage

/// Which purposes rest for whom.
struct BlockStore: Sendable {
    /// Stands for every purpose.
    static let everything = "*"

    func insert(_ request: Int64, of person: PersonID, purposes: [String], _ transaction: Transaction) throws {
        for purpose in purposes.isEmpty ? [Self.everything] : purposes {
            try transaction.execute(
                """
                INSERT INTO data_block (id, subject, purpose, request, since)
                VALUES (\(try transaction.newID()), \(person), \(purpose), \(request), \(transaction.now))
                ON CONFLICT (request, purpose) DO NOTHING
                """)
        }
    }

    func end(of request: Int64, _ transaction: Transaction) throws {
        try transaction.execute("UPDATE data_block SET until = \(transaction.now) WHERE request = \(request) AND until IS NULL")
    }

    /// What was decided takes the place of what was asked.
    func replace(_ request: Int64, of person: PersonID, with purposes: [String], _ transaction: Transaction) throws {
        try end(of: request, transaction)
        for purpose in purposes {
            let again = try transaction.execute("UPDATE data_block SET until = NULL WHERE request = \(request) AND purpose = \(purpose)")
            if again == 0 { try insert(request, of: person, purposes: [purpose], transaction) }
        }
    }

    func isBlocked(_ person: PersonID, _ purpose: String, _ snapshot: Snapshot) throws -> Bool {
        try snapshot.first(
            """
            SELECT id FROM data_block
            WHERE subject = \(person) AND until IS NULL AND purpose IN (\(purpose), \(Self.everything)) LIMIT 1
            """) != nil
    }

    /// Whether something still rests because of this request.
    func isResting(_ request: Int64, _ snapshot: Snapshot) throws -> Bool {
        try snapshot.first("SELECT id FROM data_block WHERE request = \(request) AND until IS NULL LIMIT 1") != nil
    }

    func inForce(of person: PersonID, _ snapshot: Snapshot) throws -> [(purpose: String, since: Instant)] {
        try snapshot.all("SELECT purpose, since FROM data_block WHERE subject = \(person) AND until IS NULL ORDER BY id") {
            (try $0["purpose"], Instant(milliseconds: try $0["since"]))
        }
    }

    func erase(_ person: PersonID, _ transaction: Transaction) throws -> Int {
        try transaction.execute("DELETE FROM data_block WHERE subject = \(person)")
    }
}
