import Civic
import Storage

/// Which account of an institution's own provider is whose here.
struct LinkStore: Sendable {
    let keyring: Keyring

    enum Kind: String, Sendable {
        /// The claim by which an administrator named it: an e-mail, a number of personnel.
        case account
        /// The subject of the provider's books, kept at the first sign-in.
        case subject
    }

    func insert(_ kind: Kind, _ name: String, issuer: String, to staff: Int64, _ transaction: Transaction) throws {
        let id = try transaction.newID()
        try transaction.execute(
            """
            INSERT INTO staff_link (id, staff, issuer, kind, name, name_lookup, made)
            VALUES (\(id), \(staff), \(issuer), \(kind.rawValue),
                \(try keyring.seal(name, at: Cell(table: "staff_link", column: "name", row: id))), \(keyring.lookup(Self.key(kind, name), in: Self.lookup)),
                \(transaction.now))
            """)
    }

    /// The open account to which that name leads.
    func staff(_ kind: Kind, _ name: String, issuer: String, _ snapshot: Snapshot) throws -> Int64? {
        try snapshot.value(
            """
            SELECT l.staff FROM staff_link l JOIN staff_account a ON a.id = l.staff
            WHERE l.name_lookup IN (\(list: keyring.lookups(Self.key(kind, name), in: Self.lookup))) AND l.issuer = \(issuer)
                AND l.ended IS NULL AND a.closed IS NULL
            """)
    }

    /// Whether the account is bound to a subject at that provider.
    func hasSubject(_ staff: Int64, issuer: String, _ snapshot: Snapshot) throws -> Bool {
        try snapshot.first(
            "SELECT id FROM staff_link WHERE staff = \(staff) AND issuer = \(issuer) AND kind = 'subject' AND ended IS NULL") != nil
    }

    /// Whether an administrator named the account at that provider.
    func isLinked(_ staff: Int64, issuer: String, _ snapshot: Snapshot) throws -> Bool {
        try snapshot.first(
            "SELECT id FROM staff_link WHERE staff = \(staff) AND issuer = \(issuer) AND kind = 'account' AND ended IS NULL") != nil
    }

    /// Ends all links of an account, and gives back how many there were.
    func end(of staff: Int64, _ transaction: Transaction) throws -> Int {
        try transaction.execute("UPDATE staff_link SET ended = \(transaction.now) WHERE staff = \(staff) AND ended IS NULL")
    }

    private static let lookup = "staff_link.name_lookup"

    /// E-mails are the same in capitals; subjects are not (OpenID Connect Core section 2).
    static func key(_ kind: Kind, _ name: String) -> String { "\(kind.rawValue)\u{0}\(kind == .account ? name.lowercased() : name)" }
}
