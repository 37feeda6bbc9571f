import Civic
import Storage

/// The rows of sign-ins.
struct SignInStore: Sendable {
    let keyring: Keyring

    /// Whether the answer with this digest comes for the first time. Those that can't come any more are thrown away.
    func claim(_ digest: [UInt8], until expires: Int64, _ transaction: Transaction) throws -> Bool {
        try transaction.execute("DELETE FROM sign_in_answer WHERE expires < \(transaction.now)")
        let id = try transaction.newID()
        return try transaction.first(
            """
            INSERT INTO sign_in_answer (id, digest, expires) VALUES (\(id), \(digest), \(expires))
            ON CONFLICT (digest) DO NOTHING RETURNING id
            """) != nil
    }

    /// Whether the provider knew the person by this name the last time.
    func isKnown(_ name: String, of person: PersonID, _ snapshot: Snapshot) throws -> Bool {
        let digest: [UInt8]? = try snapshot.value("SELECT digest FROM sign_in_name WHERE person = \(person)")
        return digest.map(keyring.lookups(name, in: Self.column).contains) ?? false
    }

    func remember(_ name: String, of person: PersonID, _ transaction: Transaction) throws {
        let (id, digest) = (try transaction.newID(), keyring.lookup(name, in: Self.column))
        try transaction.execute(
            """
            INSERT INTO sign_in_name (id, person, digest, seen) VALUES (\(id), \(person), \(digest), \(transaction.now))
            ON CONFLICT (person) DO UPDATE SET digest = excluded.digest, seen = excluded.seen
            """)
    }

    func forget(_ person: PersonID, _ transaction: Transaction) throws -> Int {
        try transaction.execute("DELETE FROM sign_in_name WHERE person = \(person)")
    }

    private static let column = "sign_in_name.digest"
}
