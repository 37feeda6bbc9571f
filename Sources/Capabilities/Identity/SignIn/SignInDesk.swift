import Civic
import Ports
import Storage

/// The acts of a sign-in through a provider: its answer is taken once, and whoever it names is found by the number in force or registered.
public struct SignInDesk: Sendable {
    private let database: Database
    private let store: SignInStore
    private let numbers: VerifiedNumbers
    private let people: PeopleDesk
    private let disclosures: DisclosureDesk
    private let isDead: @Sendable (PersonID, Snapshot) throws -> Bool

    public init(_ database: Database, keyring: Keyring, isDead: @escaping @Sendable (PersonID, Snapshot) throws -> Bool) {
        self.database = database
        store = SignInStore(keyring: keyring)
        numbers = VerifiedNumbers(keyring: keyring)
        people = PeopleDesk(keyring: keyring)
        disclosures = DisclosureDesk(database, keyring: keyring)
        self.isDead = isDead
    }

    /// Takes the answer to a sign-in that was begun. Throws `replayed` when it was taken before.
    func take(_ pending: PendingSignIn) async throws {
        let isFirst = try await database.write { try store.claim(pending.digest, until: $0.now + 2 * PendingSignIn.term, $0) }
        guard isFirst else { throw SignInFault.replayed }
    }

    /// The person, registered when they are new, with the name that the provider gives. Throws `dead` for one who died.
    func person(_ claims: CitizenClaims, evidence: String) async throws -> PersonID {
        do {
            return try await settle(claims, evidence: evidence)
        } catch is NumberOfAnother {
            // Two browsers brought the same new person at once: one of them registered them.
            return try await settle(claims, evidence: evidence)
        }
    }

    /// How the person asked to be met. Their needs are opened only where they gave any.
    func manner(of person: PersonID) async throws -> Manner {
        let people = people
        guard let known = try await database.read({ try people.person(person, $0) }) else { return Manner() }
        guard let needs = known.needs else { return Manner(language: known.language) }
        let actor = Actor(.citizen(person), assurance: .verified)
        let disclosure = try await disclosures.open([.needs], of: [person], for: .manner, by: actor)
        return Manner(language: known.language, isLarge: try disclosure.open(needs).split(separator: " ").contains("largePrint"))
    }

    private func settle(_ claims: CitizenClaims, evidence: String) async throws -> PersonID {
        let known = try await database.read { snapshot in
            try numbers.hasHolder(claims.identifier, snapshot) ? try people.find(claims.identifier, snapshot).first : nil
        }
        guard let known else { return try await register(claims, evidence: evidence) }
        guard try await database.read({ try !isDead(known, $0) }) else { throw SignInFault.dead }
        try await name(known, claims.name)
        return known
    }

    private func register(_ claims: CitizenClaims, evidence: String) async throws -> PersonID {
        try await database.write { transaction in
            let person = try people.register(Registration(name: claims.name), by: .anonymous, transaction)
            let actor = Actor(.citizen(person), assurance: .verified)
            try people.add(claims.identifier, to: person, evidence: evidence, by: actor, transaction)
            if let name = claims.name { try store.remember(name.shown, of: person, transaction) }
            return person
        }
    }

    /// Puts the provider's name in the place of another or of none. The social name stays: the person chose it. What is registered is opened
    /// only when the provider says something else than the last time.
    private func name(_ person: PersonID, _ name: PersonName?) async throws {
        guard let name, try await database.read({ try !store.isKnown(name.shown, of: person, $0) }) else { return }
        guard let closed = try await database.read({ try people.person(person, $0) }) else { return }
        let actor = Actor(.citizen(person), assurance: .verified)
        let disclosure = try await disclosures.open([.name, .birth, .needs], of: [person], for: .signIn, by: actor)
        let registered = try closed.registration(with: disclosure)
        let renewed = PersonName(given: name.given, first: name.first, second: name.second, social: registered.name?.social)
        try await database.write { transaction in
            if renewed != registered.name {
                var registration = registered
                registration.name = renewed
                try people.change(person, to: registration, by: actor, transaction)
            }
            try store.remember(name.shown, of: person, transaction)
        }
    }

    /// Somebody who only says a number: a stand-in of their own, tied to nobody. Whether that number is known is never looked at, so that
    /// the answer can't tell.
    func standIn(_ run: RUN) async throws -> PersonID {
        try await database.write { transaction in
            let person = try people.register(Registration(), by: .anonymous, transaction)
            try people.add(.run(run), to: person, by: Actor(.citizen(person), assurance: .declared), transaction)
            return person
        }
    }

    /// Writes down that a sign-in came to nothing, and why; nothing of whose it was.
    func refused(_ fault: SignInFault) async throws {
        try await database.write { transaction in
            try transaction.record(Event("entrance.refused", object: AuditEntry.Object("fault", Int64(fault.rawValue))), by: .anonymous)
        }
    }

    /// What is kept of sign-ins about a person: nothing that could be shown, and it goes when they are erased.
    public var heldData: HeldData {
        HeldData(name: "signIns", title: "signIn.held", fields: [], items: { _, _, _ in [] }, erase: { try store.forget($0, $1) })
    }
}

/// How somebody asked to be met: in which language, nil when they did not say, and whether with large letters.
struct Manner {
    var language: String?
    var isLarge = false
}

extension Disclosure.Purpose {
    /// To meet the person as they asked.
    public static let manner: Disclosure.Purpose = "trace.purpose.manner"
    /// To put the name that the provider of identity gives in the place of another.
    public static let signIn: Disclosure.Purpose = "trace.purpose.signIn"
}
