import Metrics
import Storage

/// An act on its way to its one outcome, however often its block has to be run.
struct ActRun {
    let act: ActID
    let isAlone: Bool
    let work: @Sendable (any Session) throws -> Committed

    private enum Outcome {
        case done(Result<any Sendable, any Error>)
        case again(code: String)
        case lost(reason: String)
    }

    func run(at seat: Seat, _ job: Job) {
        var deadline = job.deadline
        var (reruns, losses) = (0, 0)
        var holds = Holds()
        var backoff = Backoff(from: .milliseconds(1), to: .milliseconds(100))
        while true {
            let connection: Connection
            do {
                connection = try seat.ready(until: deadline)
            } catch {
                return job.answer(.failure(error))
            }
            switch attempt(on: connection, &holds, seat) {
            case .done(let result):
                seat.meters.rerunsPerAct.record(reruns)
                return job.answer(result)
            case .again(let code):
                reruns += 1
                seat.meters.reruns.increment()
                if code.hasPrefix("4") { holds.foresee() } else { connection.prepareAgain() }
                if reruns > seat.settings.reruns {
                    return job.answer(.failure(StorageFault(.busy, "the act met others \(reruns) times (SQLSTATE \(code))")))
                }
                seat.brake.sleep(backoff.pause())
            case .lost(let reason):
                seat.leave()
                seat.meters.losses.increment()
                losses += 1
                if losses == 1 { deadline = .now + seat.settings.wait }
                if losses > 5 { return job.answer(.failure(StorageFault(.unavailable, reason))) }
            }
        }
    }

    private func attempt(on connection: Connection, _ holds: inout Holds, _ seat: Seat) -> Outcome {
        let session = PostgresSession(connection, isAlone ? .alone : .act, holds: holds)
        let result = Result {
            try session.begin()
            return try work(session)
        }
        holds = session.holds
        switch session.failure {
        case .again(let code):
            session.rollback()
            return .again(code: code)
        case .lost(let reason):
            return .lost(reason: reason)
        case .fault(let fault):
            session.rollback()
            if fault.kind == .readOnly { seat.leave() }
            if case .failure(let error) = result { return .done(.failure(error)) }
            return .done(.failure(fault))
        case nil:
            break
        }
        switch result {
        case .failure(let error):
            session.rollback()
            return .done(.failure(error))
        case .success(let committed):
            return end(session, committed, seat)
        }
    }

    private func end(_ session: PostgresSession, _ committed: Committed, _ seat: Seat) -> Outcome {
        switch session.commit() {
        case .committed: return .done(.success(committed))
        case .refused(let error):
            if case .again = error.consequence { return .again(code: error.code) }
            return .done(.failure(error.fault))
        case .unknown:
            seat.meters.lookups.increment()
            let former = session.connection.backend
            seat.leave()
            switch Lookup(act: act, former: former).find(at: seat) {
            case .committed: return .done(.success(committed))
            case .absent: return .lost(reason: "the connection was lost during COMMIT")
            case .unknown:
                return .done(
                    .failure(StorageFault(.outcomeUnknown, "the connection was lost during COMMIT, and the outcome could not be read")))
            }
        }
    }
}
