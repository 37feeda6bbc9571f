import Storage

/// Shows that a contact reaches the person: a code is sent there, and whoever reads it types it where they are signed in. It says that
/// the contact works, and never who somebody is: a contact that others have too proves nobody.
public struct ContactCodes: Sendable {
    /// How long a code is good, in milliseconds.
    public static let term: Int64 = 10 * 60_000
    /// How often a code may be typed wrong within its term, and how many may be asked for within an hour.
    public static let tries = AttemptLimit("contact.code", most: 5, window: term)
    public static let sendings = AttemptLimit("contact.sending", most: 5, window: 3_600_000)

    private let keyring: Keyring
    private let store: ContactStore

    public init(keyring: Keyring) {
        self.keyring = keyring
        store = ContactStore(keyring: keyring)
    }

    /// A new code of six digits for a contact of the person, in the place of one that waits. Only its digest is kept.
    public func make(for contact: Int64, of person: PersonID, by actor: Actor, _ transaction: Transaction) throws -> String {
        let number = String(Int.random(in: 0...999_999))
        let code = String(repeating: "0", count: 6 - number.count) + number
        try store.keepCode(
            keyring.lookup(Self.text(contact, code), in: Self.column), for: contact, of: person,
            until: transaction.now + Self.term, transaction)
        try transaction.record(Event("person.codeMade", object: AuditEntry.Object("contact", contact), subject: person), by: actor)
        return code
    }

    /// Whether that is the code. Then the contact is verified, and the code is good no more. Blanks in it are no matter.
    public func take(_ typed: String, for contact: Int64, of person: PersonID, by actor: Actor, _ transaction: Transaction) throws -> Bool {
        let code = typed.filter { !$0.isWhitespace && $0 != "-" }
        guard try store.takeCode(keyring.lookups(Self.text(contact, code), in: Self.column), for: contact, of: person, transaction),
            try store.verify(contact, of: person, transaction)
        else { return false }
        try transaction.record(Event("person.contactVerified", object: AuditEntry.Object("contact", contact), subject: person), by: actor)
        return true
    }

    private static func text(_ contact: Int64, _ code: String) -> String { "\(contact)\u{0}\(code)" }
    private static let column = "contact_code.digest"
}
