import Civic
import Storage
import Web

/// What pages of a person's own place read and change of the person: always of whoever is signed in.
public struct OwnRecords: Sendable {
    let database: Database
    let people: PeopleDesk
    let codes: ContactCodes
    private let disclosures: DisclosureDesk

    public init(_ database: Database, keyring: Keyring) {
        self.database = database
        people = PeopleDesk(keyring: keyring)
        codes = ContactCodes(keyring: keyring)
        disclosures = DisclosureDesk(database, keyring: keyring)
    }

    /// Opens the caller's own data, after its trace was written: once per screen.
    func open(_ fields: Set<PersonalField>, of caller: Caller, for purpose: Disclosure.Purpose) async throws -> Disclosure {
        try await disclosures.open(fields, of: [caller.person], for: purpose, by: caller.actor)
    }

    /// What is kept of the caller, closed. Throws `NoLongerKnown`.
    func person(_ caller: Caller) async throws -> Person {
        guard let person = try await database.read({ try people.person(caller.person, $0) }) else { throw NoLongerKnown() }
        return person
    }

    /// One of the caller's contacts that are in force, closed, by what an address says. Throws `notFound`.
    func contact(_ id: String, of caller: Caller) async throws -> (contact: KeptContact, isProtected: Bool) {
        let person = try await person(caller)
        guard let contact = person.contacts.first(where: { String($0.id) == id }) else { throw Failure.notFound }
        return (contact, person.isProtected)
    }

    /// Whether it is a protected person. It opens nothing.
    public func isProtected(_ person: PersonID) async throws -> Bool {
        try await database.read { try people.person(person, $0)?.isProtected ?? false }
    }
}
