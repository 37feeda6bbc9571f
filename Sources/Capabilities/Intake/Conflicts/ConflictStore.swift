import Civic
import Foundation
@_spi(Disclosure) import Storage

/// Contacts that were reported twice in two ways.
struct ConflictStore: Sendable {
    let keyring: Keyring

    private static let table = "contact_conflict"

    func insert(
        name: String, institution: String, interaction: InteractionID, second: String, _ transaction: Transaction
    ) throws {
        let id = try transaction.newID()
        try transaction.execute(
            """
            INSERT INTO contact_conflict (id, interaction, institution, name, second, at)
            VALUES (\(id), \(interaction), \(institution), \(name), \(try keyring.seal(second, at: .init(table: Self.table, column: "second", row: id))),
                \(transaction.now))
            """)
    }

    struct Row: Sendable {
        let interaction: InteractionID
        let institution: String
        let name: String
        /// What was reported second, without whom it concerned.
        let second: ReportedContact
        let at: Instant
    }

    /// The newest first. Whom a contact concerned was not kept: only that it was said.
    func newest(_ limit: Int, _ snapshot: Snapshot) throws -> [Row] {
        try snapshot.all(
            """
            SELECT id, interaction, institution, name, second, at FROM contact_conflict ORDER BY at DESC, id DESC LIMIT \(limit)
            """
        ) { row in
            let sealed = try Sealed(row, "second", of: Self.table, id: try row["id"])
            let second = try JSONDecoder().decode(ReportedContact.self, from: Data(try sealed.bytes(with: keyring)))
            return Row(
                interaction: InteractionID(try row["interaction"]), institution: try row["institution"], name: try row["name"],
                second: second, at: Instant(milliseconds: try row["at"]))
        }
    }
}
