import Civic
import Ports
import Storage

/// The contacts and matters of a person, as far as somebody of the staff may know that they are there.
public struct Matters: Sendable {
    private let database: Database
    private let reach: MatterReach
    private let settled: SettledMatters
    private let clock: Clock
    private let contacts = InteractionDesk()

    public init(_ database: Database, reach: MatterReach, settled: SettledMatters, clock: Clock) {
        self.database = database
        self.reach = reach
        self.settled = settled
        self.clock = clock
    }

    /// A contact that may be shown.
    public struct Entry: Sendable, Hashable {
        public let contact: PastContact
        /// Of what it was, when it was of something.
        public let product: ProductFacts.Fact?
        /// Whether it waits for somebody: of several contacts about one matter the newest does.
        public let isOpen: Bool
    }

    /// The newest first. `target` is where the agent attends.
    public func visible(of person: PersonID, to actor: Actor, at target: Scope.Target, limit: Int = 1000) async throws -> [Entry] {
        let (contacts, reach, today) = (contacts, reach, clock.today)
        let all = try await database.read { try contacts.contacts(of: person, limit: limit, $0) }
        let facts = try await reach.products.facts(Set(all.compactMap(\.product)))
        let settled = settled
        let (giving, over) = try await database.read { snapshot in
            (
                try reach.giving(Set(facts.values.map(\.institution)), on: today, snapshot),
                try settled.among(Set(all.compactMap(\.matter)), snapshot)
            )
        }
        var told: Set<Int64> = over
        return all.compactMap { contact in
            let fact = contact.product.flatMap { facts[$0] }
            if contact.product != nil {
                // What the catalogue does not know could be of any class.
                guard let fact, reach.maySee(institution: fact.institution, fact.sensitivity, giving, actor, at: target) else { return nil }
            }
            let waits = [.pending, .referred].contains(contact.outcome) && contact.matter.map { told.insert($0).inserted } ?? true
            return Entry(contact: contact, product: fact, isOpen: waits)
        }
    }

    /// How many matters wait, of those that may be known.
    public func open(of person: PersonID, to actor: Actor, at target: Scope.Target) async throws -> Int {
        try await visible(of: person, to: actor, at: target).filter(\.isOpen).count
    }
}
