import Storage

/// That two records are one person: everything that leads to `merged` leads to `kept`, until it turns out that they are two.
public struct Merger: Sendable, Hashable {
    public let id: Int64
    public let merged: PersonID
    public let kept: PersonID
    /// The two of the staff who said so.
    public let proposer: Int64
    public let confirmer: Int64
    public let since: Instant
    /// When it was undone; nil while it holds.
    public let until: Instant?
}

/// Merging two records of one person, and undoing it. Nothing is moved or lost: the merged record stays as it was and leads to the other.
/// Whoever calls it has checked that they may.
public struct MergerDesk: Sendable {
    private let mergers = MergerStore()
    private let people: PersonStore
    private let interactions = InteractionDesk()

    public init(keyring: Keyring) {
        people = PersonStore(keyring: keyring)
    }

    /// Merges, by the word of two. Throws `TwoVerifiedNumbers` when the register knows them as two, `AlreadyMerged` when one of them is part of
    /// a merger where it would not be clear which record is kept.
    @discardableResult
    public func merge(
        _ merged: PersonID, into kept: PersonID, proposer: Int64, by actor: Actor, _ transaction: Transaction
    ) throws -> Int64 {
        guard case .staff(let confirmer) = actor.identity, confirmer != proposer, merged != kept else { throw Forbidden() }
        for person in [merged, kept].sorted(by: { $0.number < $1.number }) { try transaction.hold("person", person.number) }
        try check(merged, into: kept, transaction)
        let id = try mergers.insert(merged, into: kept, proposer: proposer, confirmer: confirmer, transaction)
        try interactions.merge(merged, into: kept, transaction)
        for person in [merged, kept] {
            try transaction.record(Event("person.merged", object: AuditEntry.Object("merger", id), subject: person), by: actor)
        }
        return id
    }

    /// Throws what stands against it, before anybody asks for it.
    public func check(_ merged: PersonID, into kept: PersonID, _ snapshot: Snapshot) throws {
        guard merged != kept else { throw AlreadyMerged() }
        for person in [merged, kept] {
            guard try people.isProtected(person, snapshot) != nil else { throw NoLongerKnown() }
            guard try mergers.merger(of: person, snapshot) == nil else { throw AlreadyMerged() }
        }
        guard try mergers.mergers(into: merged, snapshot).isEmpty else { throw AlreadyMerged() }
        guard try !mergers.areTwo(merged, kept, snapshot) else { throw TwoVerifiedNumbers() }
    }

    /// Undoes a merger: each contact that was the merged person's is theirs again. What came since must be allotted by somebody.
    public func unmerge(_ id: Int64, by actor: Actor, _ transaction: Transaction) throws -> Merger {
        guard let merger = try mergers.merger(id, transaction), merger.until == nil else { throw NotFound() }
        try mergers.end(id, transaction)
        try interactions.unmerge(merger.merged, from: merger.kept, since: merger.since, transaction)
        for person in [merger.merged, merger.kept] {
            try transaction.record(Event("person.unmerged", object: AuditEntry.Object("merger", id), subject: person), by: actor)
        }
        return merger
    }

    public func merger(_ id: Int64, _ snapshot: Snapshot) throws -> Merger? { try mergers.merger(id, snapshot) }

    /// The record that stands for a person now: their own, or the one that theirs was merged into.
    public func standing(for person: PersonID, _ snapshot: Snapshot) throws -> PersonID {
        try mergers.merger(of: person, snapshot)?.kept ?? person
    }

    /// The records that lead to this one.
    public func merged(into person: PersonID, _ snapshot: Snapshot) throws -> [Merger] { try mergers.mergers(into: person, snapshot) }

    /// Every record of a person: the one that stands, and those that lead to it.
    public func records(of person: PersonID, _ snapshot: Snapshot) throws -> [PersonID] {
        [person] + (try merged(into: person, snapshot).map(\.merged).sorted { $0.number < $1.number })
    }

    /// All that hold, the newest first.
    public func inForce(limit: Int, _ snapshot: Snapshot) throws -> [Merger] { try mergers.inForce(limit: limit, snapshot) }
}

/// The register verified a number of its own for each of them: they are two persons.
public struct TwoVerifiedNumbers: Refusal {
    public init() {}
    public var kind: RefusalKind { .conflict }
    public var title: TextKey { "error.twoVerifiedNumbers.title" }
    public var advice: TextKey { "error.twoVerifiedNumbers.advice" }
}

/// One of the two is merged with a third already.
public struct AlreadyMerged: Refusal {
    public init() {}
    public var kind: RefusalKind { .conflict }
    public var title: TextKey { "error.alreadyMerged.title" }
    public var advice: TextKey { "error.alreadyMerged.advice" }
}
