import Civic
import Flows
import Ports
import Storage

extension RunDesk {
    /// Asks that a refusal is looked at again, once, by another official. While nobody was notified formally the term to ask has not begun,
    /// so it is never too late here (counter-rules 6).
    func appeal(_ code: CheckedCode, _ words: String, by actor: Actor, once: OnceKey) async throws {
        let opened = try await open(code, at: .web, by: actor)
        let (run, service, today) = (opened.run, opened.service, clock.today)
        let owner = service.stages.first { $0.decides }?.owner
        let product = try await sheets.number(service.sheet)
        _ = try await database.write(once: once) { transaction in
            try transaction.hold("procedure_run", run.id)
            let term = try Parameter.ID("ley-19880.resolver-recursos").flatMap { try ParameterDesk().parameter($0, transaction) }
            guard let days = term?.value(on: today)?.amount else { throw OutsideCalendar() }
            guard try store.appeal(run, to: owner, due: today.adding(days: Int(days)), transaction) else { throw RunMoved() }
            try events.insert(.appealed, of: run.id, about: run.subject, words: words, transaction)
            let contact = Interaction(
                .page, .web, .complaint, .pending, product: product, matter: run.id, person: run.subject, assurance: .verified)
            try transaction.record(
                Event("procedure.appealed", object: .init("procedure_run", run.id), subject: run.subject, contact: contact), by: actor)
            return true
        }
    }
}
