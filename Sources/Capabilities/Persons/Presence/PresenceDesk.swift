import Civic
import Ports
import Storage

/// What proves that a person is at the desk. None of it can be made by the agent alone: a register says that the card is in force, or the
/// person says so in a session of their own.
public struct PresenceDesk: Sendable {
    private let database: Database
    private let people: PeopleDesk
    private let attempts: AttemptDesk
    private let documents: DocumentRegister
    private let contacts = InteractionDesk()
    private let store = PresenceStore()

    public init(_ database: Database, keyring: Keyring, documents: DocumentRegister) {
        self.database = database
        people = PeopleDesk(keyring: keyring)
        attempts = AttemptDesk(database, keyring: keyring)
        self.documents = documents
    }

    /// Asks the register about the card that the person shows. In force, and of this very person, it proves that they are there. Every answer
    /// is kept, and tries are counted for the person as well as for the agent, so that nobody guesses.
    public func check(
        _ run: RUN, card number: String, at id: InteractionID, by actor: Actor
    ) async throws -> DocumentRegister.Answer {
        guard case .staff(let staff) = actor.identity else { throw Forbidden() }
        let (people, contacts, store, register) = (people, contacts, store, documents.name)
        guard let person = try await database.read({ try contacts.attended(id, by: staff, $0) })?.person else { throw NotFound() }
        try await attempts.take(Self.perAgent, of: "\(staff)")
        try await attempts.take(Self.perPerson, of: "\(person.number)")
        let holders = try await database.read { try people.find(.run(run), $0) }
        // A card of somebody else is for this contact as if there were none.
        let answer = holders.contains(person) ? try await documents.check(run, number) : .unknown
        try await database.write { transaction in
            guard let now = try contacts.attended(id, by: staff, transaction), now.person == person else { throw NotFound() }
            guard now.contact.outcome == .unknown else { throw AttentionEnded() }
            let row = try store.insert(answer, of: person, at: id, staff, register: register, transaction)
            try transaction.record(
                Event("document.checked", object: AuditEntry.Object("document_check", row), subject: person, within: id), by: actor)
            guard answer == .inForce else { return }
            try contacts.prove(.documentChecked(row), of: person, at: id, by: actor, transaction)
        }
        return answer
    }

    private static let perAgent = AttemptLimit("document.check.agent", most: 60, window: 3_600_000)
    private static let perPerson = AttemptLimit("document.check.person", most: 5, window: 3_600_000)
}
