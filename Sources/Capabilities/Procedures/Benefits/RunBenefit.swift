import Civic
import Flows
import Storage

/// What a run has as a benefit, opened with the run.
struct HeldBenefit: Sendable {
    let benefit: Benefit
    let body: Benefit.Body
    let proposal: (measure: Measure, body: Measure.Body)?
    /// The measure on which it stands now, if any was taken.
    let standing: (measure: Measure, body: Measure.Body)?

    /// Nothing else is settled while an appeal waits.
    var isUnderAppeal: Bool { standing?.measure.isUnderAppeal == true }
    /// What stands against the person.
    var against: Measure? { standing.flatMap { $0.measure.isAgainst ? $0.measure : nil } }
}

extension RunDesk {
    /// A grant of a service whose benefit lives on begins it. An appeal that is granted begins it too.
    /// It is due from the day that the service says, whenever it was decided. What a person asked to be looked at again, and comes to more,
    /// is paid so from its beginning.
    func beginBenefit(_ opened: Opened, _ came: Reckoning, _ transaction: Transaction) throws {
        guard let life = opened.service.life, case .pesos(let pesos)? = came.amount else { return }
        let since = came.begins.map { Day(number: $0) } ?? clock.today
        if let held = try held(opened, transaction) {
            // What a measure changed since stands: it is not undone by looking again at the grant.
            guard held.standing == nil else { return }
            var body = held.body
            body.pesos = max(body.pesos, pesos)
            return try benefits.set(held.benefit, held.benefit.status, body, since: held.benefit.since, transaction)
        }
        if try holds(opened.service, opened.run.subject, besides: opened.run.id, transaction) { throw AlreadyHeld(isOfficial: true) }
        guard let end = try end(of: life.every, from: max(since, clock.today), transaction)?.day else { throw OutsideCalendar() }
        let next = Turning(opened.service, life, opened.state, parameters: opened.interpreter.parameters)
            .next(after: max(since, clock.today).number, through: end.number).map { Day(number: $0) }
        try benefits.insert(opened.run, Benefit.Body(pesos: pesos), since: since, next: next ?? end, isOnce: life.isOnce, transaction)
        // What was asked for before a death is due until that day (counter-rules 4).
        if let day = try died(opened.run.subject, transaction), let benefit = try benefits.benefit(of: opened.run.id, transaction) {
            try hold(benefit, after: day, by: nil, transaction)
        }
    }

    func held(_ opened: Opened, _ snapshot: Snapshot) throws -> HeldBenefit? {
        guard let benefit = try benefits.benefit(of: opened.run.id, snapshot) else { return nil }
        let body = try opened.disclosure.read(Benefit.Body.self, try benefits.body(of: benefit, snapshot))
        func read(_ found: (measure: Measure, body: SubjectSealed)) throws -> (Measure, Measure.Body) {
            (found.measure, try opened.disclosure.read(Measure.Body.self, found.body))
        }
        return HeldBenefit(
            benefit: benefit, body: body, proposal: try benefits.open(of: benefit, snapshot).map(read),
            standing: try benefits.standing(of: benefit, snapshot).map(read))
    }
}
