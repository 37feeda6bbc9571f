import Civic
import Storage

/// Looking persons up. Nobody is shown before their trace was written, and what is shown says little: first letters, the end of a number.
public struct LookupDesk: Sendable {
    private let database: Database
    private let people: PeopleDesk
    private let disclosures: DisclosureDesk
    private let attempts: AttemptDesk

    public init(_ database: Database, keyring: Keyring) {
        self.database = database
        people = PeopleDesk(keyring: keyring)
        disclosures = DisclosureDesk(database, keyring: keyring)
        attempts = AttemptDesk(database, keyring: keyring)
    }

    /// Somebody who may be who was looked for.
    public struct Row: Sendable, Hashable {
        public let person: PersonID
        /// nil when no name is known.
        public let initials: String?
        public let number: Number?
        public let isProtected: Bool

        public struct Number: Sendable, Hashable {
            public let kind: Identifier.Kind
            public let ending: String
            public let standing: KeptIdentifier.Standing
        }
    }

    /// Those who have this number. What is no number of its kind finds nobody.
    public func find(_ identifier: Identifier, by actor: Actor, at target: Scope.Target) async throws -> [Row] {
        try await permit(Self.byNumber, actor, target)
        let people = people
        let found = try await database.read { try people.find(identifier, $0) }
        return try await rows(found, for: "trace.purpose.search", by: actor, at: target)
    }

    /// Those whose name has all these words: five at most, and never who asks.
    public func find(named words: String, by actor: Actor, at target: Scope.Target) async throws -> [Row] {
        try await permit(Self.byName, actor, target)
        let people = people
        let found = try await database.read { try people.find(named: words, $0) }
        return try await rows(found.filter { $0 != actor.person }, for: "trace.purpose.search", by: actor, at: target)
    }

    private func permit(_ limit: AttemptLimit, _ actor: Actor, _ target: Scope.Target) async throws {
        guard case .staff(let staff) = actor.identity else { throw Forbidden() }
        try actor.must(.findPersons, target)
        try await attempts.take(limit, of: "\(staff)")
    }

    /// Shows who somebody may be, in a contact with them or among others.
    func rows(
        _ persons: [PersonID], for purpose: Disclosure.Purpose, in interaction: InteractionID? = nil, by actor: Actor,
        at target: Scope.Target
    ) async throws -> [Row] {
        let shown = Array(persons.prefix(Self.most))
        if shown.isEmpty { return [] }
        let glimpse = try await disclosures.glimpse(of: Set(shown), for: purpose, in: interaction, by: actor, target: target)
        let people = people
        return try await database.read { snapshot in
            try shown.compactMap { id in
                guard let person = try people.person(id, snapshot) else { return nil }
                let number =
                    person.identifiers.first { $0.to == nil && $0.standing == .verified } ?? person.identifiers.first { $0.to == nil }
                return Row(
                    person: id, initials: try glimpse.initials(of: person),
                    number: try number.map {
                        Row.Number(kind: $0.kind, ending: try glimpse.ending(of: $0), standing: $0.standing)
                    }, isProtected: person.isProtected)
            }
        }
    }

    /// So many rows a search shows, and no more.
    static let most = 5
    /// How often one may look up in an hour: more than a counter does, less than somebody who goes through a list.
    static let byNumber = AttemptLimit("people.find.number", most: 60, window: 3_600_000)
    static let byName = AttemptLimit("people.find.name", most: 30, window: 3_600_000)
}
