import Foundation
import Storage

/// Persons, the words of their names, and their erasure.
struct PersonStore: Sendable {
    let keyring: Keyring

    func insert(_ registration: Registration, _ transaction: Transaction) throws -> PersonID {
        let id = try transaction.newID()
        try transaction.execute(
            """
            INSERT INTO person (id, name, birth, needs, language, channel, is_protected, registered)
            VALUES (\(id), \(try name(registration.name, id)), \(try seal(registration.birth?.iso, "birth", id)),
                \(try needs(registration.needs, id)), \(registration.language), \(registration.channel), \(registration.isProtected),
                \(transaction.now))
            """)
        try insertWords(registration.name?.tokens ?? [], PersonID(id), transaction)
        return PersonID(id)
    }

    /// Puts what is known now in the place of what was known.
    func update(_ person: PersonID, _ registration: Registration, _ transaction: Transaction) throws {
        let id = person.number
        try transaction.execute(
            """
            UPDATE person SET name = \(try name(registration.name, id)), birth = \(try seal(registration.birth?.iso, "birth", id)),
                needs = \(try needs(registration.needs, id)), language = \(registration.language), channel = \(registration.channel),
                is_protected = \(registration.isProtected)
            WHERE id = \(id) AND erased IS NULL
            """)
        try transaction.execute("DELETE FROM person_word WHERE person = \(id)")
        try insertWords(registration.name?.tokens ?? [], person, transaction)
    }

    func setNeeds(_ needs: Set<Need>, of person: PersonID, _ transaction: Transaction) throws -> Bool {
        try transaction.execute(
            "UPDATE person SET needs = \(try self.needs(needs, person.number)) WHERE id = \(person) AND erased IS NULL") == 1
    }

    func setPreferences(language: String?, channel: Int?, of person: PersonID, _ transaction: Transaction) throws -> Bool {
        try transaction.execute(
            "UPDATE person SET language = \(language), channel = \(channel) WHERE id = \(person) AND erased IS NULL") == 1
    }

    /// nil when there is no such person.
    func row(_ person: PersonID, _ snapshot: Snapshot) throws -> Row? {
        try snapshot.first(
            "SELECT id, name, birth, needs, language, channel, is_protected, erased FROM person WHERE id = \(person)")
    }

    func isProtected(_ person: PersonID, _ snapshot: Snapshot) throws -> Bool? {
        try snapshot.value("SELECT is_protected FROM person WHERE id = \(person) AND erased IS NULL")
    }

    /// Persons whose name has every one of these folded words; at most `limit`, the newest first.
    func withWords(_ words: [String], limit: Int, _ snapshot: Snapshot) throws -> [PersonID] {
        guard let first = words.first else { return [] }
        var condition: SQL = "word_lookup IN (\(list: keyring.lookups(first, in: Self.word)))"
        for word in words.dropFirst() {
            condition =
                "\(condition) AND person IN (SELECT person FROM person_word WHERE word_lookup IN (\(list: keyring.lookups(word, in: Self.word))))"
        }
        return try snapshot.all("SELECT DISTINCT person FROM person_word WHERE \(condition) ORDER BY person DESC LIMIT \(limit)") {
            PersonID(try $0["person"])
        }
    }

    /// Destroys what was known of a person and the key of everything that was sealed for them. The empty row stays, so that what
    /// refers to it still counts.
    func erase(_ person: PersonID, _ transaction: Transaction) throws {
        for statement: SQL in [
            "DELETE FROM merger WHERE merged = \(person) OR kept = \(person)",
            "DELETE FROM person_word WHERE person = \(person)", "DELETE FROM person_identifier WHERE person = \(person)",
            "DELETE FROM contact_code WHERE person = \(person)", "DELETE FROM person_contact WHERE person = \(person)",
            "DELETE FROM subject_key WHERE person = \(person)",
            "DELETE FROM leave WHERE subject = \(person) OR holder = \(person)",
        ] {
            try transaction.execute(statement)
        }
        try transaction.execute(
            """
            UPDATE person SET name = NULL, birth = NULL, needs = NULL, language = NULL, channel = NULL, erased = \(transaction.now)
            WHERE id = \(person) AND erased IS NULL
            """)
    }

    private static let word = "person_word.word_lookup"

    private func insertWords(_ words: [String], _ person: PersonID, _ transaction: Transaction) throws {
        for word in words {
            let id = try transaction.newID()
            try transaction.execute(
                """
                INSERT INTO person_word (id, person, word, word_lookup)
                VALUES (\(id), \(person), \(try keyring.seal(word, at: Cell(table: "person_word", column: "word", row: id))),
                    \(keyring.lookup(word, in: Self.word)))
                """)
        }
    }

    private func name(_ name: PersonName?, _ id: Int64) throws -> [UInt8]? {
        try seal(try name.map { String(decoding: try JSONEncoder().encode($0), as: UTF8.self) }, "name", id)
    }

    private func needs(_ needs: Set<Need>, _ id: Int64) throws -> [UInt8]? {
        try seal(needs.isEmpty ? nil : needs.map(\.rawValue).sorted().joined(separator: " "), "needs", id)
    }

    private func seal(_ text: String?, _ column: String, _ id: Int64) throws -> [UInt8]? {
        try text.map { try keyring.seal($0, at: Cell(table: "person", column: column, row: id)) }
    }
}
