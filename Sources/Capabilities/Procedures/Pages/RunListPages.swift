import Civic
import Flows
import Hummingbird
import Markup
import Web

/// What somebody has under way, here and elsewhere, and what can be begun.
extension RunPages {
    func list(of person: PersonID) async throws -> Response {
        var services = try await desk.shelf.offered()
        if actor.citizen == nil {
            let seen = try await desk.reached(services, at: door, by: actor)
            services = services.filter { seen.contains($0.id) }
        }
        var (prepared, elsewhere, runs): (HTML, HTML, [(run: ProcedureRun, service: Service)]) = (HTML(), HTML(), [])
        var (named, isUnproven): (NamedPerson?, Bool) = (nil, false)
        do {
            (runs, named) = try await desk.listed(of: person, at: door, by: actor)
            // What waits for the person comes first.
            runs = runs.filter { $0.run.isAwaited } + runs.filter { !$0.run.isAwaited }
            prepared = try await self.prepared(for: person, services)
            elsewhere = view.elsewhere(try await external.all(of: person, at: door, by: actor))
        } catch is Unproven {
            // Before the person has shown that they are there, an agent sees what can be done, and nothing of them.
            isUnproven = true
        }
        let attention = isUnproven ? door.interaction.map { texts.address("/mesa/atenciones/\($0.number)") } : nil
        return try await respond(
            view.list(runs, services: services, prepared: prepared, elsewhere: elsewhere, of: named, unproven: attention))
    }

    /// A case that another institution has.
    func elsewhere(_ number: Int64, of person: PersonID) async throws -> Response {
        guard let shown = try await external.all(of: person, at: door, by: actor).first(where: { $0.external.id == number }) else {
            throw Failure.notFound
        }
        return try await respond(view.elsewhere(shown))
    }
}
