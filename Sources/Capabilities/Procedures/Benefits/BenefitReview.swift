import Civic
import Expressions
import Flows
import Ports
import Storage

/// Benefits looked at again: registers are asked anew, and what follows is proposed. What is in the person's favour is done at once;
/// whatever suspends, lowers or ends it waits for a named official (counter-rules 5).
public struct BenefitReview: Sendable {
    let runs: RunDesk
    var notices: NoticeBoard { runs.notices }

    public init(_ runs: RunDesk) {
        self.runs = runs
    }

    private static let door = Door(medium: .desk, channel: .web)

    /// Reviews those that are due, the oldest first. Gives back how many were looked at whole.
    public func reviewDue() async throws -> Round {
        let (store, today) = (runs.benefits, runs.clock.today)
        try await bringForward()
        return try await Round.through(by: \.id) { last, limit in
            try await runs.database.read { try store.due(on: today, after: last, limit: limit, $0) }
        } act: { benefit in
            do {
                return try await review(benefit)
            } catch {
                try await runs.database.write { try store.setNext(benefit, on: today.adding(days: 1), $0) }
                throw error
            }
        }
    }

    /// When a value begins that a service looks at today, its benefits are looked at then and not within a year.
    private func bringForward() async throws {
        let (runs, store, today) = (runs, runs.benefits, runs.clock.today)
        for service in try await runs.shelf.all() where service.life != nil {
            let used = service.parameters.filter { $0.on == "hoy" }.compactMap { Parameter.ID($0.parameter) }
            let values = try await runs.database.read { try ParameterDesk().parameters(used, $0).values.flatMap(\.values) }
            guard let begun = values.map(\.from).filter({ $0 <= today }).max() else { continue }
            while try await runs.database.write({ try store.bringForward(service.id, since: begun, to: today, $0) }) {}
        }
    }

    /// False when registers did not say enough: it is looked at again the next day.
    func review(_ benefit: Benefit) async throws -> Bool {
        let (store, benefits, runs) = (runs.store, runs.benefits, runs)
        guard let code = try await runs.database.read({ try store.code(of: benefit.procedure, $0) }) else { return false }
        let opened: RunDesk.Opened
        do {
            opened = try await runs.open(code, at: Self.door, by: RunDesk.verifier, for: "trace.purpose.benefitReview")
        } catch is NoLongerKnown {
            return false
        }
        guard let life = opened.service.life else { return false }
        let review = try await look(opened, opened.service, life, opened.interpreter.parameters)
        if case .open = review.outcome {
            // Not before the others again: a register or a value may be missing for long.
            try await runs.database.write { try benefits.setNext(benefit, on: runs.clock.today.adding(days: 1), $0) }
            return false
        }
        try await keep(opened, life, benefit, review)
        return true
    }

    /// Asks registers as long as something needs them. Nothing is kept of it but what follows, and by what it was reckoned.
    func look(_ opened: RunDesk.Opened, _ service: Service, _ life: Life, _ parameters: ParameterTable) async throws -> Review {
        var state = opened.state
        state.forget(opened.elsewhere)
        let today = runs.clock.today.number
        let number = try await runs.number(of: opened)
        for _ in 0..<20 {
            let review = Review(service, life, state, today: today, parameters: parameters)
            guard !review.wanted.isEmpty, let number else { return review }
            let replies = try await runs.ask(
                Dictionary(grouping: review.wanted, by: \.register), number, for: service, matter: opened.run.code.description,
                Asking(subject: opened.run.subject, run: opened.run.id, actor: RunDesk.verifier))
            for fact in review.wanted {
                try state.apply(.fetched(fact.id, runs.result(replies[fact.register] ?? .down, fact)), to: state.revision)
            }
        }
        return Review(service, life, state, today: today, parameters: parameters)
    }

    private func keep(_ opened: RunDesk.Opened, _ life: Life, _ benefit: Benefit, _ review: Review) async throws {
        let (runs, notices, run, service) = (runs, notices, opened.run, opened.service)
        let turning = Turning(service, life, review.state, parameters: opened.interpreter.parameters)
        let today = runs.clock.today
        _ = try await runs.database.write { transaction in
            try transaction.hold("procedure_run", run.id)
            guard let now = try runs.benefits.benefit(of: run.id, transaction), now.status == benefit.status,
                try runs.benefits.open(of: now, transaction) == nil
            else { return false }
            var body = try opened.disclosure.read(Benefit.Body.self, try runs.benefits.body(of: now, transaction))
            let last = body.looked.map { Day(number: $0.on) } ?? now.since
            // What came with the calendar is owed since then; what registers say anew, since they say it.
            let began = turning.began(after: last.number, through: today.number).map { Day(number: $0) } ?? today
            body.looked = Benefit.Looked(on: today.number, data: review.known.keys.sorted())
            guard let end = try runs.end(of: life.every, from: today, transaction)?.day else { throw OutsideCalendar() }
            try runs.benefits.setNext(
                now, on: turning.next(after: today.number, through: end.number).map { Day(number: $0) } ?? end, transaction)
            try transaction.record(
                Event("benefit.reviewed", object: .init("procedure_run", run.id), subject: run.subject), by: RunDesk.verifier)
            try runs.benefits.set(now, now.status, body, since: now.since, transaction)
            let most = try runs.most(of: body.pesos, life, on: today, transaction)
            guard
                let (kind, proposed) = Proposal(
                    ValueTexts(texts: runs.documents.texts, territory: runs.documents.territory), service, review, most: most
                ).measure(now, body, since: began, today: today)
            else {
                try runs.events.insert(.looked, of: run.id, about: run.subject, transaction)
                return true
            }
            let measure = try runs.benefits.propose(kind, proposed, of: now, transaction)
            if kind == .raise || kind == .restart {
                try runs.take(measure, proposed, of: now, body, run, by: nil, RunDesk.verifier, transaction)
                try notices.tell(
                    NoticeBoard.Notice(
                        "procedures.notice.benefit", ["service": service.title.es], path: "/mi/tramites/\(run.code.plain)"),
                    run.subject, transaction)
            } else {
                let due = try Term.businessDays(life.businessDays).end(from: today, runs.calendar)
                try runs.store.queue(run, to: life.owner, due: due, transaction)
            }
            return true
        }
    }
}
