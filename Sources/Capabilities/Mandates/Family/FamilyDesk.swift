import Civic
import Storage

/// What the family register tells, and what follows from it: parents act for their children until they are of age, unless a court says
/// otherwise.
public struct FamilyDesk: Sendable {
    private let store = FamilyStore()
    private let terms: MandateTerms
    private let clock: Clock

    public init(terms: MandateTerms, clock: Clock) {
        self.terms = terms
        self.clock = clock
    }

    /// Writes down that one is the child of another, as the register says it: they stay relatives at every age. Gives back whether
    /// anything is new. A day of birth that was mended ends what the old one gave. Nothing is written while no age is on record.
    @discardableResult
    public func tell(
        _ child: PersonID, bornOn birth: Day, of parent: PersonID, source: String, by actor: Actor, _ transaction: Transaction
    ) throws -> Bool {
        guard let until = terms.majority(bornOn: birth, today: clock.today), birth < until else { return false }
        guard let id = try store.insert(child, of: parent, from: birth, until: until, source: source, transaction) else { return false }
        try LeaveDesk().end(.mandate, reference: id, by: actor, transaction)
        try transaction.record(Event("family.told", object: AuditEntry.Object("kinship", id), subject: child), by: actor)
        return true
    }

    /// A court took the care of the child from the parent: what they could see ends in the same act. False when it had before.
    @discardableResult
    public func bar(_ child: PersonID, from parent: PersonID, by actor: Actor, _ transaction: Transaction) throws -> Bool {
        guard let id = try store.bar(child, from: parent, transaction) else { return false }
        try LeaveDesk().end(.mandate, reference: id, by: actor, transaction)
        try transaction.record(Event("family.barred", object: AuditEntry.Object("kinship", id), subject: child), by: actor)
        return true
    }

    /// A court lifted its order. False when there was none.
    public func restore(_ child: PersonID, to parent: PersonID, by actor: Actor, _ transaction: Transaction) throws -> Bool {
        guard let id = try store.restore(child, to: parent, transaction) else { return false }
        try transaction.record(Event("family.restored", object: AuditEntry.Object("kinship", id), subject: child), by: actor)
        return true
    }

    /// Whether two persons are of one family, as far as the register told.
    public func areRelatives(_ one: PersonID, _ other: PersonID, _ snapshot: Snapshot) throws -> Bool {
        try store.areRelatives(one, other, snapshot)
    }
}
