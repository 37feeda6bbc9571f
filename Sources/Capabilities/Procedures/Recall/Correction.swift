import Civic
import Flows
import Ports

/// What a case comes to without the fault under which it was decided.
struct Correction: Sendable {
    let change: RecallDesk.Recalled.Change
    /// A month; nil where nothing was or would be paid.
    let before: Int64?
    let after: Int64?
    /// What was paid too little: so many months of so much.
    var owed: [(months: Int, pesos: Int64)] = []
    /// What is done about its benefit; nil where a refusal is opened again, or nothing changes.
    var kind: Measure.Kind?
    /// How the benefit stood when this was reckoned.
    var status: Benefit.Status?
    /// What a review says of it, where that is not an amount.
    var stop: Measure.Body?

    /// As an official signs it, with the words of the letter. An amount that was wrong only in the past stays as it is.
    func measure(_ body: Benefit.Body, _ texts: Texts, _ service: Service, _ today: Day) -> Measure.Body {
        let amounts = ["before": Pesos(before ?? 0).description, "after": Pesos(after ?? 0).description]
        let words =
            [stop?.says, texts("procedures.recall.says", amounts)].compactMap { $0 }
            + owed.map {
                texts("procedures.recall.owed", count: $0.months, ["pesos": Pesos(Int64($0.months) * $0.pesos).description])
            }
        return Measure.Body(
            from: today.number, before: body.pesos, after: now(body), reason: stop?.reason, says: words.joined(separator: " "),
            next: texts["procedures.recall.next"], basis: stop?.basis ?? service.amount?.basis ?? "", debt: nil)
    }

    private func now(_ body: Benefit.Body) -> Int64 { isPast ? body.pesos : after ?? 0 }

    /// Whether a review mended the amount since.
    var isPast = false
}

extension RecallDesk {
    /// The grant reckoned again, as of the day on which it was filed. What a review mended since is owed for the months before.
    func granted(
        _ opened: RunDesk.Opened, _ service: Service, _ held: HeldBenefit?, _ parameters: ParameterTable, _ record: DecisionRecord
    ) -> Correction {
        let reckoning = Interpreter(service, parameters: parameters).reckon(opened.state, today: runs.clock.today.number)
        let (change, after) = Self.change(opened.run, record, Decision(reckoning))
        let isPast = held?.body.looked != nil
        var found = Correction(
            // By today's rules the benefit was found right since.
            change: isPast && change != .raised ? .none : change, before: opened.run.outcome == .granted ? record.pesos : nil, after: after,
            status: held?.benefit.status)
        guard let held, held.benefit.status != .ended else { return found }
        switch change {
        case .raised:
            found.owed = owed(record, after, held).map { [$0] } ?? []
            found.kind = .raise
            found.isPast = isPast
        case .lowered: found.kind = .lower
        case .ended: found.kind = .end
        case .none, .granted, .open: break
        }
        return found
    }

    /// The benefit looked at again today, in place of the review that was made under the fault.
    func reviewed(
        _ opened: RunDesk.Opened, _ service: Service, _ life: Life, _ held: HeldBenefit, _ parameters: ParameterTable,
        _ record: DecisionRecord?
    ) async throws -> Correction {
        let review = try await BenefitReview(runs).look(opened, service, life, parameters)
        let (body, today) = (held.body, runs.clock.today)
        let isOver = held.benefit.status == .ended
        let pesos = isOver ? 0 : body.pesos
        func correction(_ change: Recalled.Change, _ after: Int64?) -> Correction {
            Correction(change: change, before: pesos, after: after, status: held.benefit.status)
        }
        let values = ValueTexts(texts: runs.documents.texts, territory: runs.documents.territory)
        var found: Correction
        switch review.outcome {
        case .open: return correction(.open, nil)
        case .stopped, .unmet:
            guard !isOver,
                let (kind, stop) = Proposal(values, service, review, most: nil).measure(held.benefit, body, since: today, today: today)
            else {
                return correction(.none, pesos)
            }
            found = correction(.ended, 0)
            (found.kind, found.stop) = (kind, stop)
            return found
        case .unchanged: found = isOver ? correction(.granted, body.pesos) : correction(.none, body.pesos)
        case .due(let due): found = correction(isOver ? .granted : due > pesos ? .raised : due < pesos ? .lowered : .none, due)
        }
        let (after, looked) = (found.after ?? 0, body.looked.map { Day(number: $0.on) } ?? held.benefit.since)
        switch found.change {
        case .granted:
            found.kind = .restart
            let since = held.standing.map { Day(number: $0.body.from) } ?? looked
            found.owed = [(since.wholeMonths(to: today), after)]
        case .raised:
            found.kind = .raise
            let isPaid = held.benefit.status == .active
            found.owed = [(isPaid ? looked.wholeMonths(to: held.benefit.paid(until: today)) : 0, after - pesos)]
        case .lowered: found.kind = .lower
        case .none, .ended, .open: break
        }
        if let record, !isOver, found.change == .raised {
            let (_, grant) = Self.change(
                opened.run, record, Decision(Interpreter(service, parameters: parameters).reckon(opened.state, today: today.number)))
            if let before = owed(record, grant, held) { found.owed.append(before) }
        }
        found.owed.removeAll { $0.months < 1 || $0.pesos < 1 }
        return found
    }

    /// What a grant paid too little, until a review looked at it.
    private func owed(_ record: DecisionRecord, _ after: Int64?, _ held: HeldBenefit) -> (months: Int, pesos: Int64)? {
        let benefit = held.benefit
        guard benefit.status == .active || held.body.looked != nil, let after, after > record.pesos ?? 0 else { return nil }
        let until = held.body.looked.map { Day(number: $0.on) } ?? benefit.paid(until: runs.clock.today)
        let months = benefit.since.wholeMonths(to: until)
        return months > 0 ? (months, after - (record.pesos ?? 0)) : nil
    }

    static func change(_ run: ProcedureRun, _ record: DecisionRecord, _ decision: Decision) -> (Recalled.Change, Int64?) {
        switch (run.outcome, decision.outcome) {
        case (.granted?, .granted(let pesos)):
            let (before, after) = (record.pesos ?? 0, pesos ?? 0)
            return (before == after ? .none : after > before ? .raised : .lowered, pesos)
        case (.granted?, .refusal): return (.ended, 0)
        case (.refused?, .granted(let pesos)): return (.granted, pesos)
        case (.refused?, .refusal): return (.none, nil)
        default: return (.open, nil)
        }
    }
}
