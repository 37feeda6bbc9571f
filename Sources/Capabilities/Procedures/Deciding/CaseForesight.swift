import Civic
import Flows
import Storage

/// What a case would come to, and who may not have it: said before anybody is refused it.
extension CaseDesk {
    /// As if it were decided today.
    func foreseen(_ opened: RunDesk.Opened) throws -> Reckoning {
        let today = runs.clock.today.number
        var state = opened.state
        try state.apply(.decided(on: today), to: state.revision)
        return opened.interpreter.reckon(state, today: today)
    }

    /// Those that this official may not take, by their number, and why: what they signed is looked at by somebody else under an appeal, and
    /// whoever changed how a person is reached does not decide where they are paid.
    func untakable(_ cases: [(run: ProcedureRun, service: Service)], by actor: Actor) async throws -> [Int64: TextKey] {
        let (runs, staff) = (runs, actor.staffNumber)
        return try await runs.database.read { snapshot in
            var untakable: [Int64: TextKey] = [:]
            for (run, service) in cases where run.holder == nil {
                if try Self.isAppealed(run, against: staff, runs.benefits, snapshot) {
                    untakable[run.id] = "procedures.cases.signed"
                } else {
                    do { try runs.refuseFirstHands(service, run.subject, actor, snapshot) } catch is FirstHands {
                        untakable[run.id] = "procedures.firstHands.advice"
                    }
                }
            }
            return untakable
        }
    }

    private static func isAppealed(
        _ run: ProcedureRun, against staff: Int64?, _ benefits: BenefitStore, _ snapshot: Snapshot
    ) throws -> Bool {
        if run.isUnderAppeal { return run.decider == staff }
        guard run.decided != nil, let benefit = try benefits.benefit(of: run.id, snapshot),
            let (measure, _) = try benefits.standing(of: benefit, snapshot)
        else { return false }
        return measure.isUnderAppeal && measure.decider == staff
    }
}

extension Reckoning {
    /// Whether somebody may be refused by what is known: a rule is not met, everything is known, or it was asked of them and did not come.
    func isRefusable(_ service: Service, wasAsked: Bool) -> Bool {
        service.rules.isEmpty || isRefused || wasAsked || isGrantable(service)
    }
}

extension RunDesk.Shown {
    /// Whether the person was asked for something in writing.
    var wasAsked: Bool { events.contains { $0.kind == .paused } }
}

extension ProcedureRun {
    /// Past its term while the clock runs.
    func isLate(on today: Day) -> Bool { paused == nil && due.map { $0 < today } == true }
}
