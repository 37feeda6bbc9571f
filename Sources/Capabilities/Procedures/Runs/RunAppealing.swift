import Civic
import Flows
import Ports
import Storage

/// Asking that another looks again, once: at a refusal, at a measure, at a silence, at what no person decided.
extension RunDesk {
    /// Asks that what was signed, or a silence that means no, is looked at again, where the service has a remedy that is made
    /// here and its term is not over. While nobody was notified formally the term has not begun (counter-rules 6).
    func appeal(_ code: CheckedCode, _ words: String, at door: Door, by actor: Actor, once: OnceKey) async throws {
        let opened = try await openToAct(code, at: door, by: actor)
        let (run, service, today) = (opened.run, opened.service, clock.today)
        let isPresumed = run.decided == nil
        try await lodge(opened, words, at: door, by: actor, once: once) { due, transaction in
            let measure = isPresumed || run.outcome == .refused ? nil : try held(opened, transaction)?.against
            guard try remedies(run, service, against: measure, transaction).contains(where: { $0.remedy.isHere && $0.isOpen(on: today) })
            else { throw RunMoved() }
            if isPresumed {
                // The case stays where it is, as late as it is: it is still owed, and whoever decides it reads this (Ley 19.880, art. 65).
                guard run.termsFrom(service, against: nil) != nil,
                    try !events.all(of: run, transaction).contains(where: { $0.kind == .appealed })
                else { throw RunMoved() }
            } else if run.outcome == .refused || measure == nil {
                // Of a grant what is contested is how much it comes to, or since when; one thing at a time.
                let proposed = try benefits.benefit(of: run.id, transaction).flatMap { try benefits.open(of: $0, transaction) }
                guard !run.isAutomatic, proposed == nil else { throw RunMoved() }
                let owner = service.stages.first { $0.decides }?.owner
                guard try store.appeal(run, to: owner, due: due, transaction) else { throw RunMoved() }
                try note(opened.reckoning, run, service, transaction)
            } else {
                guard let owner = service.life?.owner, let measure, measure.isContestable, try benefits.appeal(measure, transaction) else {
                    throw RunMoved()
                }
                try store.queue(run, to: owner, due: due, transaction)
            }
        }
    }

    /// Asks that somebody looks at what the system granted by itself, without a term: nobody is held to what a machine alone decided (Ley 19.628
    /// as of Ley 21.719, art. 8 bis). Nothing that was granted stops meanwhile.
    func askForPerson(_ code: CheckedCode, _ words: String, at door: Door, by actor: Actor, once: OnceKey) async throws {
        let opened = try await openToAct(code, at: door, by: actor)
        let run = opened.run
        guard run.isAutomatic, let owner = opened.service.stages.first(where: { $0.decides })?.owner else { throw RunMoved() }
        try await lodge(opened, words, at: door, by: actor, once: once) { due, transaction in
            // One thing at a time: what a review proposes is settled first.
            let proposed = try benefits.benefit(of: run.id, transaction).flatMap { try benefits.open(of: $0, transaction) }
            guard proposed == nil, try store.appeal(run, to: owner, due: due, transaction) else { throw RunMoved() }
        }
    }

    /// Writes it down, in the case and as a contact of the record; `act` makes it so, with the day by which it is answered.
    private func lodge(
        _ opened: Opened, _ words: String, at door: Door, by actor: Actor, once: OnceKey,
        _ act: @escaping @Sendable (_ due: Day, _ transaction: Transaction) throws -> Void
    ) async throws {
        let run = opened.run
        let contact = Interaction(
            door.medium, door.channel, .complaint, .pending, point: door.point, product: try await sheets.number(opened.service.sheet),
            agent: actor.staffNumber, matter: run.id, person: run.subject, assurance: .verified)
        _ = try await database.write(once: once) { transaction in
            try transaction.hold("procedure_run", run.id)
            guard let due = try end(of: "ley-19880.resolver-recursos", from: clock.today, transaction)?.day else { throw OutsideCalendar() }
            try act(due, transaction)
            try events.insert(.appealed, of: run.id, about: run.subject, staff: actor.staffNumber, words: words, transaction)
            try transaction.record(
                Event("procedure.appealed", object: .init("procedure_run", run.id), subject: run.subject, contact: contact), by: actor)
            return true
        }
    }
}
