import Civic
import Crypto
import Foundation
import Storage

/// A yes of a person: to which words, since when, until when.
struct KeptConsent: Sendable {
    let purpose: String
    let words: String
    let digest: [UInt8]
    let given: Instant
    let withdrawn: Instant?
}

/// Consents, and the words that people said yes to.
struct ConsentStore: Sendable {
    /// False when there is a yes already.
    func give(_ purpose: String, words: String, language: String, by person: PersonID, _ transaction: Transaction) throws -> Bool {
        let text = try self.text(purpose, words, language, transaction)
        return try transaction.first(
            """
            INSERT INTO consent (id, person, purpose, words, given)
            VALUES (\(try transaction.newID()), \(person), \(purpose), \(text), \(transaction.now))
            ON CONFLICT (person, purpose) WHERE withdrawn IS NULL DO NOTHING RETURNING id
            """) != nil
    }

    func withdraw(_ purpose: String, of person: PersonID, _ transaction: Transaction) throws -> Bool {
        try transaction.execute(
            """
            UPDATE consent SET withdrawn = \(transaction.now) WHERE person = \(person) AND purpose = \(purpose) AND withdrawn IS NULL
            """) > 0
    }

    func isGiven(_ person: PersonID, _ purpose: String, _ snapshot: Snapshot) throws -> Bool {
        try snapshot.first(
            "SELECT id FROM consent WHERE person = \(person) AND purpose = \(purpose) AND withdrawn IS NULL") != nil
    }

    /// By the person's number.
    func given(_ purpose: String, after: Int64, limit: Int, _ snapshot: Snapshot) throws -> [PersonID] {
        try snapshot.all(
            """
            SELECT person FROM consent WHERE purpose = \(purpose) AND withdrawn IS NULL AND person > \(after) ORDER BY person LIMIT \(limit)
            """
        ) { PersonID(try $0["person"]) }
    }

    /// The newest first.
    func consents(of person: PersonID, _ snapshot: Snapshot) throws -> [KeptConsent] {
        try snapshot.all(
            """
            SELECT consent.purpose, consent_text.words, consent_text.digest, consent.given, consent.withdrawn
            FROM consent JOIN consent_text ON consent_text.id = consent.words WHERE consent.person = \(person) ORDER BY consent.id DESC
            """
        ) { row in
            let withdrawn: Int64? = try row["withdrawn"]
            return KeptConsent(
                purpose: try row["purpose"], words: try row["words"], digest: try row["digest"],
                given: Instant(milliseconds: try row["given"]), withdrawn: withdrawn.map(Instant.init(milliseconds:)))
        }
    }

    func erase(_ person: PersonID, _ transaction: Transaction) throws -> Int {
        try transaction.execute("DELETE FROM consent WHERE person = \(person)")
    }

    /// The version of words: another comma is another version.
    static func digest(_ purpose: String, _ words: String, _ language: String) -> [UInt8] {
        Array(SHA256.hash(data: Data("\(purpose)\u{0}\(language)\u{0}\(words)".utf8)))
    }

    private func text(_ purpose: String, _ words: String, _ language: String, _ transaction: Transaction) throws -> Int64 {
        let digest = Self.digest(purpose, words, language)
        let found: SQL = "SELECT id FROM consent_text WHERE digest = \(digest)"
        if let id = try transaction.value(found, as: Int64.self) { return id }
        let id = try transaction.newID()
        try transaction.execute(
            """
            INSERT INTO consent_text (id, purpose, language, digest, words, since)
            VALUES (\(id), \(purpose), \(language), \(digest), \(words), \(transaction.now)) ON CONFLICT (digest) DO NOTHING
            """)
        return try transaction.value(found, as: Int64.self) ?? id
    }
}
