import Storage

/// Who does something: with which assurance, by which permissions, and how far they reach. It is a parameter of every act.
public struct Actor: Sendable, Hashable {
    public enum Identity: Sendable, Hashable {
        /// Nobody that we know.
        case anonymous
        /// A person, about their own matters.
        case citizen(PersonID)
        /// Somebody of the staff.
        case staff(Int64)
        /// Another institution's system.
        case institution(Int64)
        /// The system itself: a job or a command, by its name.
        case system(Int64)
    }

    public let identity: Identity
    public let assurance: Assurance
    public let grants: Set<Grant>
    /// The person that somebody of the staff is, where that is known: they never read about themselves at a desk.
    public let person: PersonID?

    public init(_ identity: Identity, assurance: Assurance, grants: Set<Grant>, person: PersonID? = nil) {
        self.identity = identity
        self.assurance = assurance
        self.grants = grants
        self.person = person
    }

    /// With roles that all reach as far.
    public init(_ identity: Identity, assurance: Assurance, roles: Set<Role> = [], scope: Scope = .none) {
        self.init(identity, assurance: assurance, grants: Set(roles.map { Grant($0, scope) }))
    }

    public static let anonymous = Actor(.anonymous, assurance: .anonymous)

    /// Whether one and the same grant gives the permission and covers the target.
    public func may(_ permission: Permission, _ target: Scope.Target = .init()) -> Bool {
        grants.contains { $0.role.permissions.contains(permission) && $0.scope.covers(target) }
    }

    /// Whether there is any target for which the actor may.
    public func maySomewhere(_ permission: Permission) -> Bool {
        grants.contains { $0.role.permissions.contains(permission) }
    }

    /// Throws `Forbidden` unless the actor may.
    public func must(_ permission: Permission, _ target: Scope.Target = .init()) throws(Forbidden) {
        guard may(permission, target) else { throw Forbidden() }
    }

    /// The person, when the actor is one who acts for themselves.
    public var citizen: PersonID? {
        if case .citizen(let person) = identity { person } else { nil }
    }

    /// The two numbers that the record and the audit keep: which kind of actor, and which one.
    public var stored: (kind: Int, id: Int64?) {
        switch identity {
        case .anonymous: (0, nil)
        case .citizen(let person): (1, person.number)
        case .staff(let id): (2, id)
        case .institution(let id): (3, id)
        case .system(let id): (4, id)
        }
    }
}

/// A role, and how far it reaches: somebody may attend at one branch and supervise at another.
public struct Grant: Sendable, Hashable {
    public let role: Role
    public let scope: Scope

    public init(_ role: Role, _ scope: Scope) {
        self.role = role
        self.scope = scope
    }
}

/// The id of a person inside of this installation. It says nothing of who it is.
public struct PersonID: Sendable, Hashable, Storable {
    public let number: Int64

    public init(_ number: Int64) {
        self.number = number
    }

    public var value: Value { .int(number) }
    public init?(value: Value) {
        guard let number = Int64(value: value) else { return nil }
        self.number = number
    }
}

/// The actor may not do that, or not there.
public struct Forbidden: Refusal {
    public init() {}
    public var kind: RefusalKind { .forbidden }
    public var title: TextKey { "error.forbidden.title" }
    public var advice: TextKey { "error.forbidden.advice" }
}
