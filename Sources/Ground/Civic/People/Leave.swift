import Storage

/// Leave to open what is known of one person for a while, without their presence at a counter: a case in one's own queue, a broken
/// glass, a mandate. It is granted by an act, ends by itself, and each use of it leaves its trace like any other read.
public struct Leave: Sendable, Hashable {
    public enum Kind: String, Sendable, Hashable, CaseIterable {
        /// A case stands in the queue of somebody of the staff.
        case matter
        /// Somebody of the staff broke the glass.
        case glass
        /// Another person acts for this one.
        case mandate
    }

    public let id: Int64
    public let kind: Kind
    public let subject: PersonID
    /// Who may open it: somebody of the staff, or another person.
    public let holder: Actor.Identity
    /// The case, the broken glass or the mandate, by its id.
    public let reference: Int64
    public let from: Instant
    public let until: Instant
    /// What may be opened; nil when nothing is left out.
    public let fields: Set<String>?

    /// Whether it allows all of these.
    func allows(_ fields: Set<PersonalField>) -> Bool {
        guard let allowed = self.fields else { return true }
        return fields.allSatisfy { allowed.contains($0.description) }
    }
}

/// Where leaves are granted and ended. Whoever calls it has checked that they may.
public struct LeaveDesk: Sendable {
    private let store = LeaveStore()

    public init() {}

    /// Grants a leave from now until that moment, and gives back its id. `fields` are what may be opened, nil for all.
    @discardableResult
    public func grant(
        _ kind: Leave.Kind, of subject: PersonID, to holder: Actor.Identity, until: Instant, reference: Int64,
        fields: Set<PersonalField>? = nil, by actor: Actor, _ transaction: Transaction
    ) throws -> Int64 {
        let id = try store.insert(kind, subject, holder, until, reference, fields, transaction)
        try transaction.record(Event("leave.granted", object: AuditEntry.Object("leave", id), subject: subject), by: actor)
        return id
    }

    /// Ends the leaves of one case, glass or mandate, and gives back how many there were.
    @discardableResult
    public func end(_ kind: Leave.Kind, reference: Int64, by actor: Actor, _ transaction: Transaction) throws -> Int {
        try end(try store.open(kind, reference, transaction), by: actor, transaction)
    }

    /// Ends every leave to open this person, and every leave that this person holds: they died, or were erased.
    @discardableResult
    public func endAll(of person: PersonID, by actor: Actor, _ transaction: Transaction) throws -> Int {
        try end(try store.open(about: person, transaction), by: actor, transaction)
    }

    /// The leaves in force to open a person, of one holder.
    public func inForce(of subject: PersonID, to holder: Actor.Identity, at now: Instant, _ snapshot: Snapshot) throws -> [Leave] {
        try store.inForce(of: subject, to: holder, at: now.milliseconds, snapshot)
    }

    /// Those that one holder has now, the newest first.
    public func inForce(to holder: Actor.Identity, at now: Instant, _ snapshot: Snapshot) throws -> [Leave] {
        try store.inForce(of: nil, to: holder, at: now.milliseconds, snapshot)
    }

    private func end(_ leaves: [(id: Int64, subject: PersonID)], by actor: Actor, _ transaction: Transaction) throws -> Int {
        for leave in leaves {
            try store.end(leave.id, transaction)
            try transaction.record(
                Event("leave.ended", object: AuditEntry.Object("leave", leave.id), subject: leave.subject), by: actor)
        }
        return leaves.count
    }
}
