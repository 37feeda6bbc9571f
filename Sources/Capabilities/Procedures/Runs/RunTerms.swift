import Civic
import Flows
import Storage

extension ProcedureRun {
    /// From which day the terms of the remedies run: that of the notification or, where silence means no, of its certificate. Against a
    /// measure about a benefit they run from its own notification.
    func termsFrom(_ service: Service, against measure: Measure?) -> Day? {
        guard let measure else { return notified ?? (service.silence == .negative && decided == nil ? certified : nil) }
        return measure.notified
    }
}

/// A remedy as it stands for one case.
struct OpenRemedy: Sendable {
    let remedy: Remedy
    /// How long one has; nil for one without a term.
    let term: (amount: Int64, unit: Parameter.Unit)?
    /// The last day; nil while nobody was notified, and the term has not begun.
    let until: Day?
    /// While it has not begun: the last day if it began today.
    let soonest: Day?

    /// Whether it is open because nobody answered in time.
    let isForDelay: Bool

    func isOpen(on today: Day) -> Bool { until.map { today <= $0 } ?? true }
}

extension RunDesk {
    /// The last day of a term that runs from a day, as the parameter has it then. nil when there is no such parameter.
    func end(of parameter: String, from day: Day, _ snapshot: Snapshot) throws -> (day: Day, amount: Int64, unit: Parameter.Unit)? {
        guard let known = try Parameter.ID(parameter).flatMap({ try ParameterDesk().parameter($0, snapshot) }),
            let amount = known.value(on: day)?.amount
        else { return nil }
        let term: Term
        switch known.unit {
        case .businessDays: term = .businessDays(Int(amount))
        case .days: term = .days(Int(amount))
        case .months: term = .months(Int(amount))
        case .years: term = .months(Int(amount) * 12)
        default: return nil
        }
        return (try term.end(from: day, calendar), amount, known.unit)
    }

    /// Until when the person may answer what was asked of them (Ley 19.880, art. 31); nil while nothing is, and until they are notified of it.
    func awaited(_ run: ProcedureRun, _ snapshot: Snapshot) throws -> Day? {
        guard run.paused != nil, let requested = run.requested else { return nil }
        return try end(of: "ley-19880.completar-solicitud", from: requested, snapshot)?.day
    }

    /// What can be done against the decision of a case, or a measure about its benefit, by the authority that signed or is about to. Without a day from which they run, no term has begun (counter-rules 6).
    func remedies(
        _ run: ProcedureRun, _ service: Service, against measure: Measure?, as authority: String? = nil, _ snapshot: Snapshot
    ) throws -> [OpenRemedy] {
        let told = run.termsFrom(service, against: measure)
        let passed = run.decided == nil && told == nil ? try lateness(run, service, snapshot)?.passed : nil
        return try service.remedies.filter { $0.isAgainst(authority ?? run.authority) }.compactMap { remedy in
            let isForDelay = remedy.isAgainstDelay && passed != nil
            guard let term = remedy.term else {
                return OpenRemedy(remedy: remedy, term: nil, until: nil, soonest: nil, isForDelay: isForDelay)
            }
            let start = told ?? (isForDelay ? passed : nil)
            guard let end = try end(of: term, from: start ?? clock.today, snapshot) else { return nil }
            return OpenRemedy(
                remedy: remedy, term: (end.amount, end.unit), until: start == nil ? nil : end.day, soonest: start == nil ? end.day : nil,
                isForDelay: isForDelay)
        }
    }
}
