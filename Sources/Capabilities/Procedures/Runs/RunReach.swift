import Civic
import Flows
import Ports
import Storage

extension RunDesk {
    /// The cases that are decided and of which nothing is looked at again.
    public static let settled = SettledMatters { try RunStore.settled($0, $1) }

    /// A person opens what is theirs, or of a record that leads to theirs; the staff what the disclosure allows, and in an attention what is
    /// of the person whom they attend.
    func permit(_ subject: PersonID, at door: Door, by actor: Actor) async throws {
        let mergers = mergers
        if actor.citizen == nil {
            guard actor.maySomewhere(.assistProcedures) || actor.maySomewhere(.decideProcedures) else { throw Forbidden() }
        }
        guard let whose = actor.citizen ?? door.attended else { return }
        guard try await database.read({ try mergers.standing(for: subject, $0) == mergers.standing(for: whose, $0) }) else {
            throw NotFound()
        }
    }

    /// Throws `Unproven` for an agent whose contact does not show that the person is there.
    func mustBePresent(at door: Door, by actor: Actor) async throws {
        guard let staff = actor.staffNumber else { return }
        guard let interaction = door.interaction, let person = door.attended else { throw Unproven() }
        let (mergers, now) = (mergers, clock.now)
        let isPresent = try await database.read { snapshot in
            try InteractionDesk().isPresent(
                mergers.standing(for: person, snapshot), at: interaction, with: staff, now: now, snapshot)
        }
        guard isPresent else { throw Unproven() }
    }

    /// Those of the services whose matters this one of the staff may know to be there (counter-rules 2).
    func reached(_ services: [Service], at door: Door, by actor: Actor) async throws -> Set<String> {
        let numbers = try await sheets.numbers(Set(services.map(\.sheet)))
        let facts = try await reach.products.facts(Set(numbers.values))
        let whose: @Sendable (Service) -> String = { door.decides ? $0.decider : $0.institution }
        let (reach, today, target) = (reach, clock.today, Scope.Target(point: door.point))
        let giving = try await database.read { try reach.giving(Set(services.map(whose)), on: today, $0) }
        let seen = services.filter { service in
            // What the catalogue does not know could be of any class.
            guard let fact = numbers[service.sheet].flatMap({ facts[$0] }) else { return false }
            return reach.maySee(institution: whose(service), fact.sensitivity, giving, actor, at: target, by: door.permission)
        }
        return Set(seen.map(\.id))
    }

    /// What the staff may not know of is not there. Throws `NotFound`.
    func mustReach(_ service: Service, at door: Door, by actor: Actor) async throws {
        guard actor.staffNumber != nil else { return }
        guard try await reached([service], at: door, by: actor).contains(service.id) else { throw NotFound() }
    }

    /// What a person has of a service already: filed and not decided, or granted and not over. nil for nothing, and for an agent before the person
    /// has shown that they are there. Papers that are given at once are asked for as often as one likes.
    func standing(_ service: String, of person: PersonID, at door: Door, by actor: Actor) async throws -> ProcedureRun? {
        do {
            let benefits = benefits
            let runs = try await listed(of: person, at: door, by: actor).runs.filter { $0.run.service == service && $0.run.filed != nil }
            return try await database.read { snapshot in
                try runs.first { run, definition in
                    if run.outcome == nil { return true }
                    guard run.outcome == .granted, definition.life != nil else { return false }
                    return try benefits.benefit(of: run.id, snapshot).map { $0.status != .ended } ?? false
                }?.run
            }
        } catch is Unproven {
            return nil
        }
    }

    /// The runs of a person as their list shows them: to themselves all, to the staff those that they may know of once the person has shown
    /// that they are there. Throws `Unproven` before.
    func listed(of person: PersonID, at door: Door, by actor: Actor) async throws
        -> (runs: [(run: ProcedureRun, service: Service)], named: NamedPerson?)
    {
        guard actor.citizen == nil else { return (try await all(of: person), nil) }
        let disclosure = try await disclosures.open(
            [.procedures, .identifiers, .name], of: [person], for: "trace.purpose.procedure", in: door.interaction, by: actor,
            target: Scope.Target(point: door.point))
        let found = try await all(of: person)
        let seen = try await reached(found.map(\.service), at: door, by: actor)
        return (found.filter { seen.contains($0.service.id) }, try await named(person, disclosure))
    }
}
