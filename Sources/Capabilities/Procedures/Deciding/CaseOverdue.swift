import Civic
import Flows
import Ports
import Storage

extension CaseDesk {
    private static let clerk = Actor(.system(20), assurance: .verified)

    /// Marks the cases whose term passed and tells their people what they may do. Nothing is decided by it. Gives back how many.
    public func markOverdue() async throws -> Round {
        let (runs, notices) = (runs, notices)
        let (store, today) = (runs.store, runs.clock.today)
        return try await Round.through(by: \.id) { last, limit in
            try await runs.database.read { try store.pastDue(on: today, after: last, limit: limit, $0) }
        } act: { run in
            let service = try await runs.shelf.service(run.service, run.version)
            return try await runs.database.write { transaction in
                try transaction.hold("procedure_run", run.id)
                guard try runs.markOverdue(run, by: Self.clerk, transaction) else { return false }
                try notices.tell(
                    NoticeBoard.Notice(
                        "procedures.notice.overdue", ["service": service.title.es], path: "/mi/tramites/\(run.code.plain)"), run.subject,
                    transaction)
                return true
            }
        }
    }

    /// How many undecided cases are past their term: for those who answer for the queue.
    public func countOverdue(for actor: Actor) async throws -> Int {
        let today = runs.clock.today
        return try await waiting(for: actor).count { $0.run.isLate(on: today) }
    }
}
