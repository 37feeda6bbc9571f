import Civic
import Ports
import Storage
import Web

/// A message to a contact that the person had before, so that somebody who took over their session, or stands at a desk in their name, can't
/// do it unseen.
struct Warning: Sendable {
    let message: Messenger.Message
    /// The contact as it may be named on a page: its end alone.
    let masked: String

    /// `before` leaves out contacts that were given later. nil when none of the contacts can be reached. Of a protected person only a safe one
    /// is, because others may read the rest.
    init?(_ person: Person, _ disclosure: Disclosure, reaching kinds: Set<Contact.Kind>, _ texts: Texts, before: Instant? = nil) throws {
        let usable = person.contacts.filter { contact in
            kinds.contains(contact.kind) && (!person.isProtected || contact.isSafe) && before.map { contact.since < $0 } ?? true
        }
        guard let contact = usable.first(where: \.isPreferred) ?? usable.first else { return nil }
        let plain = try disclosure.open(contact.plain)
        masked = Self.mask(plain)
        message = Messenger.Message(
            contact.kind, to: plain, title: texts["mandate.warning.title"], text: texts["mandate.warning.text"])
    }

    static func mask(_ plain: String) -> String {
        if let at = plain.firstIndex(of: "@") { return "\(plain.prefix(1))\u{2022}\u{2022}\u{2022}\(plain[at...])" }
        return "\u{2022}\u{2022}\u{2022}\(plain.suffix(3))"
    }
}

extension MandateDesk {
    /// Who looks up where to warn a grantor of what others did: the house itself, whose look leaves its trace.
    private static let warner = Actor(
        .system(8), assurance: .verified, roles: [Role("warner", [.readPersons, .readProtected])],
        scope: Scope(points: .all, institutions: .all, sensitivities: Set(Sensitivity.allCases)))

    /// The warning for the grantor of a mandate, at a contact that they had before it was made. nil when there is none that can be reached.
    func warning(of id: Int64, reaching kinds: Set<Contact.Kind>, _ texts: Texts) async throws -> Warning? {
        guard let mandate = try await database.read({ try store.mandate(id, $0) }),
            let person = try await persons([mandate.grantor])[mandate.grantor], !person.isErased
        else { return nil }
        let disclosure = try await disclosures.open(
            [.contacts], of: [mandate.grantor], for: "trace.purpose.mandateWarning", by: Self.warner)
        return try Warning(person, disclosure, reaching: kinds, texts, before: mandate.made)
    }

    /// Whether somebody is one of the two of a mandate: nobody else makes the house look up where to warn.
    func isParty(_ person: PersonID, of id: Int64) async throws -> Bool {
        try await database.read { snapshot in
            let mandate = try store.mandate(id, snapshot)
            return mandate?.grantor == person || mandate?.grantee == person
        }
    }
}
