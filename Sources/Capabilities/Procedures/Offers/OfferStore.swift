import Civic
import Storage

/// Who was told of which service.
struct OfferStore: Sendable {
    func isTold(_ person: PersonID, of service: String, _ snapshot: Snapshot) throws -> Bool {
        try snapshot.first("SELECT id FROM procedure_offer WHERE subject = \(person) AND service = \(service)") != nil
    }

    /// False when they were told before.
    func tell(_ person: PersonID, of service: String, _ transaction: Transaction) throws -> Bool {
        try transaction.first(
            """
            INSERT INTO procedure_offer (id, service, subject, at) VALUES (\(try transaction.newID()), \(service), \(person), \(transaction.now))
            ON CONFLICT (service, subject) DO NOTHING RETURNING id
            """) != nil
    }

    func erase(_ person: PersonID, _ transaction: Transaction) throws -> Int {
        try transaction.execute("DELETE FROM procedure_offer WHERE subject = \(person)")
    }
}
