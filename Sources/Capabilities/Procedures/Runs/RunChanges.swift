import Civic
import Expressions
import Flows
import Ports
import Storage

/// What a grant changes in the person's own record, and who is told: the contact that was there before, so that nobody who took over a
/// session changes it unseen (counter-rules 3).
struct PreparedChanges: Sendable {
    struct One: Sendable {
        let contact: Contact
        let former: KeptContact?
        let warning: Messenger.Message?
    }

    let all: [One]

    static let none = PreparedChanges(all: [])
}

extension RunDesk {
    /// The changes of a grant; the contacts that are there are opened for it, with a trace.
    func changes(_ opened: Opened, by actor: Actor) async throws -> PreparedChanges {
        let wanted = opened.service.changes.compactMap { change -> Contact? in
            guard let value = opened.state.answers[change.question] else { return nil }
            switch (change.contact, value) {
            case (.phone, .string(let text)): return Contact(.phone, typed: text)
            case (.email, .string(let text)): return Contact(.email, typed: text)
            case (.address, .map(let map)):
                guard case .string(let street)? = map["calle"], case .string(let code)? = map["comuna"] else { return nil }
                let commune = CommuneCode(code).flatMap { documents.territory.commune($0)?.name } ?? code
                return Contact(.address, typed: "\(street), \(commune)")
            default: return nil
            }
        }
        guard !wanted.isEmpty else { return .none }
        let (people, subject) = (people, opened.run.subject)
        guard let person = try await database.read({ try people.person(subject, $0) }) else { return .none }
        let disclosure = try await disclosures.open(
            [.contacts], of: [subject], for: "trace.purpose.procedure", by: actor, target: Scope.Target())
        let texts = documents.texts
        return PreparedChanges(
            all: try wanted.map { contact in
                let former =
                    person.contacts.first { $0.kind == contact.kind && $0.isPreferred }
                    ?? person.contacts.first { $0.kind == contact.kind }
                // Others may read what reaches a protected person, unless it is their safe way.
                let isTold = former.map { messenger.reaches.contains($0.kind) && (!person.isProtected || $0.isSafe) } ?? false
                let warning =
                    try isTold
                    ? former.map { former in
                        Messenger.Message(
                            former.kind, to: try disclosure.open(former.plain), title: texts["procedures.changed.title"],
                            text: texts["procedures.changed.text"])
                    } : nil
                return PreparedChanges.One(contact: contact, former: former, warning: warning)
            })
    }

    func apply(_ changes: PreparedChanges, to person: PersonID, by actor: Actor, _ transaction: Transaction) throws {
        for change in changes.all {
            if let former = change.former {
                _ = try people.replace(
                    contact: former.id, with: change.contact, isPreferred: former.isPreferred, of: person, by: actor, transaction)
            } else {
                try people.add(change.contact, to: person, isPreferred: false, by: actor, transaction)
            }
            if let warning = change.warning { try Messenger.post(warning, about: person, transaction) }
        }
        if !changes.all.isEmpty {
            try notices.tell(NoticeBoard.Notice("procedures.notice.changed", path: "/mi/datos"), person, transaction)
        }
    }

    /// What this house itself knows of a person, as if a register had said so, and always of now.
    func ownFacts(_ service: Service, of person: PersonID, _ snapshot: Snapshot) throws -> [String: FactResult] {
        let asked = service.facts.filter { $0.register == Self.ownRegister }
        guard !asked.isEmpty else { return [:] }
        let changed = try people.contactChanged(person, snapshot)
        // Somebody who never changed anything waits for nothing.
        let days = try changed.map { try calendar.businessDays(after: Day(of: $0), through: clock.today) } ?? 9_999
        return Dictionary(
            asked.map { fact in
                (
                    fact.id,
                    fact.field == "diasHabilesDesdeCambioDeContacto"
                        ? FactResult(.known, .int(Int64(days)), at: clock.now.milliseconds)
                        : FactResult(.refused, at: clock.now.milliseconds)
                )
            }
        ) { first, _ in first }
    }

    static let ownRegister = "ventanilla"
}
