import Civic
import Foundation
import Storage

/// The rows of cases that other institutions tell of. The number that an institution gave is found by its digest and read with a disclosure.
struct ExternalStore: Sendable {
    let keyring: Keyring

    private static let numberDigest = "external_case.number_digest"
    private static let nameDigest = "external_event.name_digest"
    private static let bodyDigest = "external_event.body_digest"

    func find(_ institution: String, _ number: String, _ snapshot: Snapshot) throws -> ExternalCase? {
        try snapshot.first(
            """
            SELECT id, institution, subject, number FROM external_case
            WHERE number_digest IN (\(list: keyring.lookups("\(institution)\u{0}\(number)", in: Self.numberDigest)))
            """
        ).map(Self.external)
    }

    func find(_ id: Int64, _ snapshot: Snapshot) throws -> ExternalCase? {
        try snapshot.first("SELECT id, institution, subject, number FROM external_case WHERE id = \(id)").map(Self.external)
    }

    func all(of records: [PersonID], _ snapshot: Snapshot) throws -> [ExternalCase] {
        try snapshot.all(
            "SELECT id, institution, subject, number FROM external_case WHERE subject IN (\(list: records)) ORDER BY id DESC LIMIT 100",
            Self.external)
    }

    func insert(_ institution: String, _ number: String, of person: PersonID, _ transaction: Transaction) throws -> ExternalCase {
        let id = try transaction.newID()
        let sealed = try SubjectKeyStore(keyring: keyring).key(of: person, transaction).seal(
            number, at: Cell(table: "external_case", column: "number", row: id))
        try transaction.execute(
            """
            INSERT INTO external_case (id, institution, number_digest, number, subject, begun)
            VALUES (\(id), \(institution), \(keyring.lookup("\(institution)\u{0}\(number)", in: Self.numberDigest)), \(sealed), \(person),
                \(transaction.now))
            """)
        guard let made = try find(id, transaction) else { throw StorageFault(.shape, "a case that was just written is not there") }
        return made
    }

    /// What became of an event that is told.
    enum Fate { case inserted, repeated, different }

    /// Told before with the same content it is repeated; with another one nothing is written.
    func insert(
        _ name: String, _ status: ExternalCase.Status, at: Instant, _ body: ExternalEvent.Body, correcting: Int64?,
        of external: ExternalCase, _ transaction: Transaction
    ) throws -> Fate {
        let id = try transaction.newID()
        let encoder = JSONEncoder()
        encoder.outputFormatting = .sortedKeys
        let text = String(decoding: try encoder.encode(body), as: UTF8.self)
        let content = "\(status.rawValue)\u{0}\(at.milliseconds)\u{0}\(correcting ?? 0)\u{0}\(text)"
        if let told = try named(name, of: external, transaction) {
            return try transaction.first(
                """
                SELECT id FROM external_event
                WHERE id = \(told) AND body_digest IN (\(list: keyring.lookups(content, in: Self.bodyDigest)))
                """) == nil ? .different : .repeated
        }
        let sealed = try SubjectKeyStore(keyring: keyring).key(of: external.subject, transaction).seal(
            text, at: Cell(table: "external_event", column: "body", row: id))
        try transaction.execute(
            """
            INSERT INTO external_event (id, external_case, subject, name_digest, status, at, told, body, body_digest, corrects)
            VALUES (\(id), \(external.id), \(external.subject), \(keyring.lookup(Self.full(name, external), in: Self.nameDigest)),
                \(status.rawValue), \(at.milliseconds), \(transaction.now), \(sealed), \(keyring.lookup(content, in: Self.bodyDigest)),
                \(correcting))
            """)
        return .inserted
    }

    /// The event of a case to which its institution gave this name; nil when there is none.
    func named(_ name: String, of external: ExternalCase, _ snapshot: Snapshot) throws -> Int64? {
        try snapshot.value(
            """
            SELECT id FROM external_event
            WHERE name_digest IN (\(list: keyring.lookups(Self.full(name, external), in: Self.nameDigest)))
            """)
    }

    func isCorrected(_ event: Int64, _ snapshot: Snapshot) throws -> Bool {
        try snapshot.first("SELECT id FROM external_event WHERE corrects = \(event)") != nil
    }

    private static func full(_ name: String, _ external: ExternalCase) -> String { "\(external.id)\u{0}\(name)" }

    /// In the order in which they happened.
    func events(of external: ExternalCase, _ snapshot: Snapshot) throws -> [ExternalEvent] {
        try snapshot.all(
            "SELECT id, status, at, told, body, corrects FROM external_event WHERE external_case = \(external.id) ORDER BY at, id LIMIT 200"
        ) { row in
            let id: Int64 = try row["id"]
            guard let status = ExternalCase.Status(rawValue: try row["status"]) else {
                throw StorageFault(.shape, "an event of no known status")
            }
            return ExternalEvent(
                id: id, status: status, at: Instant(milliseconds: try row["at"]), told: Instant(milliseconds: try row["told"]),
                body: SubjectSealed(
                    try row["body"], at: Cell(table: "external_event", column: "body", row: id), subject: external.subject, .procedures),
                corrects: try row["corrects"])
        }
    }

    func erase(_ person: PersonID, _ transaction: Transaction) throws -> Int {
        try transaction.execute("DELETE FROM external_event WHERE subject = \(person)")
            + transaction.execute("DELETE FROM external_case WHERE subject = \(person)")
    }

    private static func external(_ row: Row) throws -> ExternalCase {
        let (id, subject): (Int64, PersonID) = (try row["id"], PersonID(try row["subject"]))
        return ExternalCase(
            id: id, institution: try row["institution"], subject: subject,
            number: SubjectSealed(
                try row["number"], at: Cell(table: "external_case", column: "number", row: id), subject: subject, .procedures))
    }
}
