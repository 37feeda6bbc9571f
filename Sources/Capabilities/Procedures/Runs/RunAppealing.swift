import Civic
import Flows
import Ports
import Storage

extension RunDesk {
    /// Asks that somebody looks at what the system granted by itself, once and without a term: nobody is held to what a machine alone decided
    /// (Ley 19.628 as of Ley 21.719, art. 8 bis). Nothing that was granted stops meanwhile.
    func askForPerson(_ code: CheckedCode, _ words: String, at door: Door, by actor: Actor, once: OnceKey) async throws {
        let opened = try await open(code, at: door, by: actor)
        let (run, service) = (opened.run, opened.service)
        let owner = service.stages.first { $0.decides }?.owner
        let product = try await sheets.number(service.sheet)
        let contact = Interaction(
            door.medium, door.channel, .complaint, .pending, point: door.point, product: product, agent: actor.staffNumber,
            matter: run.id, person: run.subject, assurance: .verified)
        guard run.isAutomatic, owner != nil else { throw RunMoved() }
        _ = try await database.write(once: once) { transaction in
            try transaction.hold("procedure_run", run.id)
            // One thing at a time: what a review proposes is settled first.
            if let benefit = try benefits.benefit(of: run.id, transaction), try benefits.open(of: benefit, transaction) != nil {
                throw RunMoved()
            }
            guard let due = try end(of: "ley-19880.resolver-recursos", from: clock.today, transaction)?.day else { throw OutsideCalendar() }
            guard try store.appeal(run, to: owner, due: due, transaction) else { throw RunMoved() }
            try events.insert(.appealed, of: run.id, about: run.subject, staff: actor.staffNumber, words: words, transaction)
            try transaction.record(
                Event("procedure.appealed", object: .init("procedure_run", run.id), subject: run.subject, contact: contact), by: actor)
            return true
        }
    }

    /// Where silence means no, its certificate opens the same remedies, once (Ley 19.880, art. 65). The case stays where it is, for it is still
    /// owed: whoever decides it reads what is said against the silence.
    private func appealSilence(
        _ opened: Opened, _ words: String, _ contact: Interaction, _ owner: String?, by actor: Actor, once: OnceKey
    ) async throws {
        let (run, service, today) = (opened.run, opened.service, clock.today)
        _ = try await database.write(once: once) { transaction in
            try transaction.hold("procedure_run", run.id)
            guard run.termsFrom(service, against: nil) != nil, let stage = run.stage,
                try !events.all(of: run, transaction).contains(where: { $0.kind == .appealed }),
                try remedies(run, service, against: nil, transaction).contains(where: { $0.remedy.isHere && $0.isOpen(on: today) })
            else { throw RunMoved() }
            guard let due = try end(of: "ley-19880.resolver-recursos", from: today, transaction)?.day else { throw OutsideCalendar() }
            try store.move(run.id, to: stage, owner: owner ?? run.owner, due: due, transaction)
            try events.insert(.appealed, of: run.id, about: run.subject, staff: actor.staffNumber, words: words, transaction)
            try transaction.record(
                Event("procedure.appealed", object: .init("procedure_run", run.id), subject: run.subject, contact: contact), by: actor)
            return true
        }
    }

    /// Asks that a refusal is looked at again, once, by another official, where the service has a remedy that is made here and its term is
    /// not over. While nobody was notified formally the term has not begun (counter-rules 6).
    func appeal(_ code: CheckedCode, _ words: String, at door: Door, by actor: Actor, once: OnceKey) async throws {
        let opened = try await open(code, at: door, by: actor)
        let (run, service, today) = (opened.run, opened.service, clock.today)
        let owner = service.stages.first { $0.decides }?.owner
        let product = try await sheets.number(service.sheet)
        let contact = Interaction(
            door.medium, door.channel, .complaint, .pending, point: door.point, product: product, agent: actor.staffNumber,
            matter: run.id, person: run.subject, assurance: .verified)
        if run.decided == nil { return try await appealSilence(opened, words, contact, owner, by: actor, once: once) }
        guard run.outcome == .refused else {
            return try await appealMeasure(opened, words, contact, by: actor, once: once)
        }
        _ = try await database.write(once: once) { transaction in
            try transaction.hold("procedure_run", run.id)
            guard try remedies(run, service, against: nil, transaction).contains(where: { $0.remedy.isHere && $0.isOpen(on: today) }) else {
                throw RunMoved()
            }
            guard let due = try end(of: "ley-19880.resolver-recursos", from: today, transaction)?.day else { throw OutsideCalendar() }
            guard try store.appeal(run, to: owner, due: due, transaction) else { throw RunMoved() }
            try events.insert(.appealed, of: run.id, about: run.subject, staff: actor.staffNumber, words: words, transaction)
            try transaction.record(
                Event("procedure.appealed", object: .init("procedure_run", run.id), subject: run.subject, contact: contact), by: actor)
            return true
        }
    }
}
