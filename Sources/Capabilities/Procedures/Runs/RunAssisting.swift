import Civic
import Storage

extension RunDesk {
    /// A contact of this agent and the person whom it concerns. Throws `NotFound` for another's, and `Forbidden`.
    func attended(_ id: InteractionID, by actor: Actor) async throws -> (contact: PastContact, person: PersonID) {
        guard case .staff(let staff) = actor.identity, actor.maySomewhere(.assistProcedures) else { throw Forbidden() }
        let contacts = InteractionDesk()
        guard let (contact, person) = try await database.read({ try contacts.attended(id, by: staff, $0) }) else { throw NotFound() }
        try actor.must(.assistProcedures, Scope.Target(point: contact.point))
        return (contact, person)
    }

    /// Notes, once, that somebody of the staff helped: both names are on the case.
    func noteHelp(_ run: ProcedureRun, by actor: Actor, _ transaction: Transaction) throws {
        guard case .staff(let staff) = actor.identity else { return }
        guard try !events.all(of: run, transaction).contains(where: { $0.staff == staff }) else { return }
        try events.insert(.helped, of: run.id, about: run.subject, staff: staff, transaction)
    }
}
