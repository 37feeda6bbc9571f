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

    /// That somebody looked at whom it would tell.
    func keep(_ service: String, told: Int, looked: Int, _ transaction: Transaction) throws {
        try transaction.execute(
            """
            INSERT INTO procedure_offer_run (id, service, at, told, looked)
            VALUES (\(try transaction.newID()), \(service), \(transaction.now), \(told), \(looked))
            """)
    }

    /// How many it would have told when that was last looked at; nil for longer ago.
    func last(_ service: String, since: Instant, _ snapshot: Snapshot) throws -> Int? {
        try snapshot.value(
            """
            SELECT told FROM procedure_offer_run WHERE service = \(service) AND at >= \(since.milliseconds)
            ORDER BY at DESC, id DESC LIMIT 1
            """)
    }

    func erase(_ person: PersonID, _ transaction: Transaction) throws -> Int {
        try transaction.execute("DELETE FROM procedure_offer WHERE subject = \(person)")
    }
}
