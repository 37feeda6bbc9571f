import Civic
import Flows

/// What follows from a review, in words that the person will read.
struct Proposal {
    private let values: ValueTexts
    private let service: Service
    private let review: Review
    /// The largest instalment of what has to come back; nil where the service says nothing of it.
    private let most: Int64?

    init(_ values: ValueTexts, _ service: Service, _ review: Review, most: Int64?) {
        self.values = values
        self.service = service
        self.review = review
        self.most = most
    }

    /// nil when nothing changes. `since` is when it came to more by the calendar; nothing is lowered for the past.
    func measure(_ benefit: Benefit, _ body: Benefit.Body, since: Day, today: Day) -> (Measure.Kind, Measure.Body)? {
        switch review.outcome {
        case .open, .unchanged: return benefit.status == .suspended && isDone ? restart(body, today) : nil
        case .stopped(let stop, let from):
            let kind: Measure.Kind = stop.kind == .ending ? .end : .suspend
            if benefit.status == .suspended, kind == .suspend { return nil }
            // What was suspended was not paid.
            let paid = benefit.status == .active && kind == .end ? body.pesos : 0
            return (
                kind,
                Measure.Body(
                    from: min(from, today.number), before: body.pesos, after: 0, reason: stop.id, says: filled(stop.says),
                    next: stop.next.es, basis: stop.basis,
                    debt: debt(paid, since: max(from, benefit.since.number), benefit.paid(until: today)))
            )
        case .unmet(let rule):
            return (
                .end,
                Measure.Body(
                    from: today.number, before: body.pesos, after: 0, reason: rule.id, says: filled(rule.unmet), next: nil,
                    basis: rule.basis, debt: nil)
            )
        case .due(let pesos):
            if benefit.status == .suspended { return restart(Benefit.Body(pesos: pesos, debt: body.debt), today) }
            guard pesos != body.pesos else { return nil }
            let isMore = pesos > body.pesos
            let months = isMore ? max(since, benefit.since).wholeMonths(to: benefit.paid(until: today)) : 0
            let owed = Pesos(Int64(months) * (pesos - body.pesos)).description
            let says = [
                values.texts["procedures.measure.amount"],
                months > 0 ? values.texts("procedures.measure.owed", count: months, ["pesos": owed]) : nil,
            ].compactMap { $0 }
            return (
                isMore ? .raise : .lower,
                Measure.Body(
                    from: isMore ? max(since, benefit.since).number : today.number, before: body.pesos, after: pesos, reason: nil,
                    says: says.joined(separator: " "), next: nil, basis: service.amount?.basis ?? "", debt: nil)
            )
        }
    }

    private var isDone: Bool { if case .unchanged = review.outcome { true } else { false } }

    private func restart(_ body: Benefit.Body, _ today: Day) -> (Measure.Kind, Measure.Body) {
        (
            .restart,
            Measure.Body(
                from: today.number, before: 0, after: body.pesos, reason: nil, says: values.texts["procedures.measure.restart"], next: nil,
                basis: service.life?.basis ?? "", debt: nil)
        )
    }

    /// Whole months that were paid after the day on which it should have ended.
    private func debt(_ pesos: Int64, since from: Int, _ today: Day) -> Benefit.Debt? {
        guard pesos > 0, let most else { return nil }
        let months = Day(number: from).wholeMonths(to: today)
        return months > 0 ? Benefit.Debt(total: pesos * Int64(months), most: most) : nil
    }

    private func filled(_ words: Words) -> String {
        values.filled(words, in: service) { review.known[$0]?.value }
    }
}
