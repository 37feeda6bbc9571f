import Civic
import Ports
import Storage

/// What an agent may change for a person who is there: ways to reach them, and what they ask for at all doors.
public struct ChangeDesk: Sendable {
    private let database: Database
    private let people: PeopleDesk
    private let notices: NoticeBoard
    private let contacts = InteractionDesk()

    public init(_ database: Database, keyring: Keyring, notices: NoticeBoard) {
        self.database = database
        people = PeopleDesk(keyring: keyring)
        self.notices = notices
    }

    func add(_ contact: Contact, isPreferred: Bool, at id: InteractionID, by actor: Actor, once: OnceKey) async throws {
        let (people, notices) = (people, notices)
        try await change(at: id, by: actor, once: once) { person, transaction in
            try people.add(contact, to: person, isPreferred: isPreferred, by: actor, transaction)
            try notices.tell(NoticeBoard.Notice("persons.notice.contact"), person, transaction)
        }
    }

    func end(contact: Int64, at id: InteractionID, by actor: Actor, once: OnceKey) async throws {
        let (people, notices) = (people, notices)
        try await change(at: id, by: actor, once: once) { person, transaction in
            guard try people.end(contact: contact, of: person, by: actor, transaction) else { throw NotFound() }
            try notices.tell(NoticeBoard.Notice("persons.notice.contact"), person, transaction)
        }
    }

    func ask(_ needs: Set<Need>, language: String?, at id: InteractionID, by actor: Actor, once: OnceKey) async throws {
        let people = people
        try await change(at: id, by: actor, once: once) { person, transaction in
            guard let now = try people.person(person, transaction) else { throw NoLongerKnown() }
            try people.need(needs, person, by: actor, transaction)
            try people.prefer(language: language, channel: now.channel, person, by: actor, transaction)
        }
    }

    /// Only with proof, of this very agent's contact, that the person is there.
    private func change(
        at id: InteractionID, by actor: Actor, once: OnceKey, _ act: @escaping @Sendable (PersonID, Transaction) throws -> Void
    ) async throws {
        guard case .staff(let staff) = actor.identity else { throw Forbidden() }
        let contacts = contacts
        _ = try await database.write(once: once) { transaction in
            guard let attendance = try contacts.attendance(id, of: staff, at: Instant(milliseconds: transaction.now), transaction) else {
                throw NotFound()
            }
            try actor.must(.writePersons, Scope.Target(point: attendance.contact.point))
            guard attendance.isProven else { throw Unproven() }
            guard actor.person != attendance.person else { throw OwnRecord() }
            try act(attendance.person, transaction)
            return true
        }
    }
}
