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

    /// Those under an appeal against what this official signed: somebody else answers it.
    func signedBefore(_ cases: [ProcedureRun], by staff: Int64) async throws -> Set<Int64> {
        let benefits = runs.benefits
        return try await runs.database.read { snapshot in
            var signed: Set<Int64> = []
            for run in cases {
                if run.isUnderAppeal {
                    if run.decider == staff { signed.insert(run.id) }
                } else if run.decided != nil, let benefit = try benefits.benefit(of: run.id, snapshot),
                    let (measure, _) = try benefits.standing(of: benefit, snapshot), measure.isUnderAppeal, measure.decider == staff
                {
                    signed.insert(run.id)
                }
            }
            return signed
        }
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
