import Civic
import Flows
@_spi(Disclosure) import Storage

/// Papers and the key that signs them.
struct DocumentStore: Sendable {
    let keyring: Keyring

    private static let columns: SQL = "id, code, subject, service, document, kind, digest, signature, issued, expires, revoked"

    struct New: Sendable {
        let procedure: Int64
        let subject: PersonID
        let service: String
        let document: String
        let kind: String
        let body: String
        let digest: String
        let expires: Day?
    }

    func insert(_ code: CheckedCode, _ new: New, signature: String, _ transaction: Transaction) throws {
        let id = try transaction.newID()
        let sealed = try SubjectKeyStore(keyring: keyring).key(of: new.subject, transaction).seal(new.body, at: Self.cell(id))
        try transaction.execute(
            """
            INSERT INTO procedure_document (id, procedure, subject, code, service, document, kind, body, digest, signature, issued, expires)
            VALUES (\(id), \(new.procedure), \(new.subject), \(code.plain), \(new.service), \(new.document), \(new.kind), \(sealed),
                \(new.digest), \(signature), \(transaction.now), \(new.expires?.number))
            """)
    }

    /// Withdraws the papers of a decision that stand; not those of measures, which have appeals of their own.
    func revoke(_ procedure: Int64, _ transaction: Transaction) throws {
        try transaction.execute(
            """
            UPDATE procedure_document SET revoked = \(transaction.now)
            WHERE procedure = \(procedure) AND revoked IS NULL AND document <> \(Document.OfHouse.measure.rawValue)
            """)
    }

    /// Withdraws the last of the papers of a case that go by one name.
    func revokeLast(_ document: String, of procedure: Int64, _ transaction: Transaction) throws {
        try transaction.execute(
            """
            UPDATE procedure_document SET revoked = \(transaction.now) WHERE id = (
                SELECT id FROM procedure_document WHERE procedure = \(procedure) AND document = \(document) AND revoked IS NULL
                ORDER BY issued DESC, id DESC LIMIT 1)
            """)
    }

    func all(of procedure: Int64, _ snapshot: Snapshot) throws -> [IssuedDocument] {
        try snapshot.all(
            "SELECT \(Self.columns) FROM procedure_document WHERE procedure = \(procedure) ORDER BY issued, id", Self.document)
    }

    func document(_ code: CheckedCode, _ snapshot: Snapshot) throws -> IssuedDocument? {
        try snapshot.first("SELECT \(Self.columns) FROM procedure_document WHERE code = \(code.plain)").map(Self.document)
    }

    func isFollowed(_ document: IssuedDocument, _ snapshot: Snapshot) throws -> Bool {
        try snapshot.first(
            """
            SELECT later.id AS id FROM procedure_document later JOIN procedure_document one ON one.procedure = later.procedure
            WHERE one.id = \(document.id) AND one.kind = 'resolution' AND later.kind = 'resolution' AND later.id <> one.id
                AND later.issued >= one.issued AND later.revoked IS NULL
            LIMIT 1
            """) != nil
    }

    func body(of document: IssuedDocument, _ snapshot: Snapshot) throws -> SubjectSealed {
        guard let row = try snapshot.first("SELECT body FROM procedure_document WHERE id = \(document.id)") else { throw NotFound() }
        return SubjectSealed(try row["body"], at: Self.cell(document.id), subject: document.subject, .procedures)
    }

    func erase(_ person: PersonID, _ transaction: Transaction) throws -> Int {
        try transaction.execute("DELETE FROM procedure_document WHERE subject = \(person)")
    }

    /// The key of this installation, in hexadecimal, made the first time.
    func signer(_ transaction: Transaction, make: () -> (secret: String, public: String)) throws -> String {
        if let row = try transaction.first("SELECT id, key FROM procedure_signer ORDER BY id LIMIT 1") {
            return try Sealed(row, "key", of: "procedure_signer", id: try row["id"]).open(with: keyring)
        }
        let (made, id) = (make(), try transaction.newID())
        try transaction.execute(
            """
            INSERT INTO procedure_signer (id, key, public, since)
            VALUES (\(id), \(try keyring.seal(made.secret, at: Cell(table: "procedure_signer", column: "key", row: id))), \(made.public),
                \(transaction.now))
            """)
        return made.secret
    }

    /// The public keys, the newest first.
    func publicKeys(_ snapshot: Snapshot) throws -> [String] {
        try snapshot.all("SELECT public FROM procedure_signer ORDER BY id DESC") { try $0["public"] }
    }

    private static func cell(_ id: Int64) -> Cell { Cell(table: "procedure_document", column: "body", row: id) }

    private static func document(_ row: Row) throws -> IssuedDocument {
        guard let code = CheckedCode(typed: try row["code"] as String) else {
            throw StorageFault(.shape, "a paper has a code that is none")
        }
        let (expires, revoked): (Int?, Int64?) = (try row["expires"], try row["revoked"])
        return IssuedDocument(
            id: try row["id"], code: code, subject: PersonID(try row["subject"]), service: try row["service"],
            document: try row["document"],
            kind: try row["kind"], digest: try row["digest"], signature: try row["signature"],
            issued: Instant(milliseconds: try row["issued"]), expires: expires.map { Day(number: $0) },
            revoked: revoked.map { Instant(milliseconds: $0) })
    }
}
