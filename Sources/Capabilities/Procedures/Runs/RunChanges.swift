import Civic
import Expressions
import Flows
import Ports
import Storage

/// What a grant changes in the person's own record, and who is told: the contacts that were there before, so that nobody who took over a
/// session changes it unseen (counter-rules 3).
struct PreparedChanges: Sendable {
    struct One: Sendable {
        let contact: Contact
        let former: KeptContact?
    }

    struct Power: Sendable {
        let representative: RUN
        let instrument: String
        let words: String
    }

    let contacts: [One]
    let powers: [Power]
    let warnings: [Messenger.Message]
    /// What the person reads in their own place.
    let notice: TextKey

    static let none = PreparedChanges(contacts: [], powers: [], warnings: [], notice: "procedures.notice.changed")
}

extension RunDesk {
    /// The changes of a grant; the contacts that are there are opened for it, with a trace.
    func changes(_ opened: Opened, at door: Door, by actor: Actor) async throws -> PreparedChanges {
        let (service, answers, subject) = (opened.service, opened.state.answers, opened.run.subject)
        let (contacts, powers) = (
            service.changes.compactMap { contact($0, answers) }, try service.changes.compactMap { try power($0, answers) }
        )
        let pays = service.changes.contains { if case .payment = $0.kind { answers[$0.question] != nil } else { false } }
        guard !contacts.isEmpty || !powers.isEmpty || pays else { return .none }
        let (people, since) = (people, Instant(milliseconds: clock.now.milliseconds - Int64(limits.handsDays) * 86_400_000))
        let (known, ended) = try await database.read {
            (try people.person(subject, $0), try people.formerContacts(subject, since: since, $0))
        }
        guard let person = known else { return .none }
        let disclosure = try await disclosures.open(
            [.contacts], of: [subject], for: "trace.purpose.procedure", by: actor, target: Scope.Target(),
            needing: door.permission)
        func former(_ kind: Contact.Kind) -> KeptContact? {
            person.contacts.first { $0.kind == kind && $0.isPreferred } ?? person.contacts.first { $0.kind == kind }
        }
        // Of another way to be paid, or of who may act, one is told everywhere: at what was a contact until lately too.
        let told = pays || !powers.isEmpty ? person.contacts + ended : contacts.compactMap { former($0.kind) }
        let (title, text): (TextKey, TextKey) =
            pays
            ? ("procedures.changed.payment.title", "procedures.changed.payment.text")
            : contacts.isEmpty
                ? ("procedures.changed.power.title", "procedures.changed.power.text")
                : ("procedures.changed.title", "procedures.changed.text")
        let texts = documents.texts
        return PreparedChanges(
            contacts: contacts.map { PreparedChanges.One(contact: $0, former: former($0.kind)) }, powers: powers,
            // Others may read what reaches a protected person, unless it is their safe way.
            warnings: try told.filter { messenger.reaches.contains($0.kind) && (!person.isProtected || $0.isSafe) }.map {
                Messenger.Message($0.kind, to: try disclosure.open($0.plain), title: texts[title], text: texts[text])
            }, notice: pays ? "procedures.notice.payment" : "procedures.notice.changed")
    }

    private func contact(_ change: Change, _ answers: [String: Expressions.Value]) -> Contact? {
        guard case .contact(let kind) = change.kind, let value = answers[change.question] else { return nil }
        switch (kind, value) {
        case (.phone, .string(let text)): return Contact(.phone, typed: text)
        case (.email, .string(let text)): return Contact(.email, typed: text)
        case (.address, .map(let map)):
            guard case .string(let street)? = map["calle"], case .string(let code)? = map["comuna"] else { return nil }
            let commune = CommuneCode(code).flatMap { documents.territory.commune($0)?.name } ?? code
            return Contact(.address, typed: "\(street), \(commune)")
        default: return nil
        }
    }

    /// Whether somebody is named as their own representative.
    func isOwnNumber(_ value: Expressions.Value, _ question: String, _ opened: Opened) async throws -> Bool {
        let names = opened.service.changes.contains { if case .mandate = $0.kind { $0.question == question } else { false } }
        guard names, case .string(let typed) = value, let representative = RUN(typed) else { return false }
        return try await number(of: opened) == representative
    }

    private func power(_ change: Change, _ answers: [String: Expressions.Value]) throws -> PreparedChanges.Power? {
        guard case .mandate(let instrument, let paper) = change.kind, case .string(let typed)? = answers[change.question],
            let representative = RUN(typed), case .string(let kind)? = answers[instrument], case .string(let words)? = answers[paper]
        else { return nil }
        return PreparedChanges.Power(representative: representative, instrument: kind, words: words)
    }

    func apply(_ changes: PreparedChanges, to person: PersonID, by actor: Actor, _ transaction: Transaction) throws {
        for change in changes.contacts {
            if let former = change.former {
                _ = try people.replace(
                    contact: former.id, with: change.contact, isPreferred: former.isPreferred, of: person, by: actor, transaction)
            } else {
                try people.add(change.contact, to: person, isPreferred: false, by: actor, transaction)
            }
        }
        for power in changes.powers {
            // A paper is seen by somebody: no service that gives one is granted by itself.
            guard let staff = actor.staffNumber else { throw Forbidden() }
            try powers.record(
                Powers.Paper(
                    grantor: person, representative: power.representative, instrument: power.instrument, words: power.words, recorder: staff
                ),
                actor, transaction)
        }
        for warning in changes.warnings { try Messenger.post(warning, about: person, transaction) }
        if !changes.contacts.isEmpty || changes.notice == "procedures.notice.payment" {
            try notices.tell(NoticeBoard.Notice(changes.notice, path: "/mi/datos"), person, transaction)
        }
    }
}
