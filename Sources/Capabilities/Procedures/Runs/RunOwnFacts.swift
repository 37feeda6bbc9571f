import Civic
import Expressions
import Flows
import Ports
import Storage

extension RunDesk.Opened {
    /// What other registers said.
    var elsewhere: [String] {
        service.facts.filter { $0.register != RunDesk.ownRegister && state.facts[$0.id] != nil }.map(\.id)
    }
}

/// What this house itself knows of a person, as a register of its own.
extension RunDesk {
    static let ownRegister = "ventanilla"

    /// As if a register had said so, and always of now.
    func ownFacts(_ service: Service, of person: PersonID, _ snapshot: Snapshot) throws -> [String: FactResult] {
        let asked = service.facts.filter { $0.register == Self.ownRegister }
        guard !asked.isEmpty else { return [:] }
        let changed = [try people.contactChanged(person, snapshot), try powers.changed(person, snapshot)].compactMap(\.self).max()
        // Somebody who never changed anything waits for nothing.
        let days = try changed.map { try calendar.businessDays(after: Day(of: $0), through: clock.today) } ?? 9_999
        return Dictionary(
            asked.map { fact in
                (
                    fact.id,
                    fact.field == "diasHabilesDesdeCambioDeContactoOPoder"
                        ? FactResult(.known, .int(Int64(days)), at: clock.now.milliseconds)
                        : FactResult(.refused, at: clock.now.milliseconds)
                )
            }
        ) { first, _ in first }
    }

    /// Never the agent who made the first change (counter-rules 3): a service that waits for changes of contact or power is done by others.
    func refuseFirstHands(_ service: Service, _ person: PersonID, _ actor: Actor, _ snapshot: Snapshot) throws {
        guard let staff = actor.staffNumber, service.facts.contains(where: { $0.register == Self.ownRegister }) else { return }
        let since = Instant(milliseconds: clock.now.milliseconds - Int64(limits.handsDays) * 86_400_000)
        let verbs: [AuditEntry.Verb] = [
            "person.contactAdded", "person.contactReplaced", "person.contactEnded", "mandates.recorded", "mandates.confirmed",
        ]
        guard try !HandsDesk().staff(verbs, about: person, since: since, snapshot).contains(staff) else { throw FirstHands() }
    }
}

/// Whoever changed how a person is reached, or who acts for them, does not change where they are paid.
public struct FirstHands: Refusal {
    public init() {}
    public var kind: RefusalKind { .forbidden }
    public var title: TextKey { "procedures.firstHands.title" }
    public var advice: TextKey { "procedures.firstHands.advice" }
}
