import Civic
import Ports
import Storage

/// The contacts and matters of a person, as far as somebody of the staff may know that they are there: those of their own institution, and of
/// others by an agreement in force, of the classes that they may see. The rest shows neither its existence nor its count.
public struct Matters: Sendable {
    private let database: Database
    private let products: ProductFacts
    private let agreements: Agreements
    private let clock: Clock
    private let contacts = InteractionDesk()

    public init(_ database: Database, products: ProductFacts, agreements: Agreements, clock: Clock) {
        self.database = database
        self.products = products
        self.agreements = agreements
        self.clock = clock
    }

    /// A contact that may be shown.
    public struct Entry: Sendable, Hashable {
        public let contact: PastContact
        /// Of what it was, when it was of something.
        public let product: ProductFacts.Fact?
        /// Whether it waits for somebody.
        public var isOpen: Bool { contact.outcome == .pending || contact.outcome == .referred }
    }

    /// The newest first. `target` is where the agent attends.
    public func visible(of person: PersonID, to actor: Actor, at target: Scope.Target, limit: Int = 1000) async throws -> [Entry] {
        let (contacts, agreements, today) = (contacts, agreements, clock.today)
        let all = try await database.read { try contacts.contacts(of: person, limit: limit, $0) }
        let facts = try await products.facts(Set(all.compactMap(\.product)))
        let institutions = Set(facts.values.map(\.institution))
        let giving = try await database.read { snapshot in
            try Dictionary(uniqueKeysWithValues: institutions.map { ($0, try agreements.giving($0, today, snapshot)) })
        }
        return all.compactMap { contact in
            guard let number = contact.product else { return Entry(contact: contact, product: nil) }
            // What the catalogue does not know could be of any class.
            guard let fact = facts[number], Self.maySee(fact, giving[fact.institution] ?? [], actor, target) else { return nil }
            return Entry(contact: contact, product: fact)
        }
    }

    /// How many matters wait, of those that may be known.
    public func open(of person: PersonID, to actor: Actor, at target: Scope.Target) async throws -> Int {
        try await visible(of: person, to: actor, at: target).filter(\.isOpen).count
    }

    private static func maySee(_ fact: ProductFacts.Fact, _ agreements: [Int64], _ actor: Actor, _ target: Scope.Target) -> Bool {
        var asked = target
        asked.sensitivity = fact.sensitivity
        asked.institution = fact.institution
        if actor.may(.readPersons, asked) { return true }
        return agreements.contains { agreement in
            asked.agreement = agreement
            return actor.may(.readPersons, asked)
        }
    }
}
