import Metrics
import Storage

/// A read on its snapshot. It leaves nothing, so whatever cut it short is answered by reading again.
struct ReadRun {
    let work: @Sendable (any Session) throws -> any Sendable

    /// Answers the caller before the transaction is ended: there is nothing to wait for.
    func run(at seat: Seat, _ job: Job) {
        var deadline = job.deadline
        var backoff = Backoff(from: .milliseconds(2), to: .milliseconds(100))
        for run in 0...seat.settings.reruns {
            let session: PostgresSession
            do {
                session = PostgresSession(try seat.ready(until: deadline), .read)
            } catch {
                return job.answer(.failure(error))
            }
            let result = Result { try work(session) }
            switch session.failure {
            case nil:
                job.answer(result)
                return session.rollback()
            case .fault(let fault):
                if case .failure = result { job.answer(result) } else { job.answer(.failure(fault)) }
                return session.rollback()
            case .again:
                session.rollback()
                session.connection.prepareAgain()
            case .lost:
                seat.leave()
                seat.meters.losses.increment()
                if run == 0 { deadline = .now + seat.settings.wait }
            }
            seat.brake.sleep(backoff.pause())
        }
        job.answer(.failure(StorageFault(.unavailable, "the connection was lost again and again")))
    }
}

extension Connection {
    /// Forgets every prepared statement, here and on the server.
    func prepareAgain() {
        guard !isLost, statements.count > 0 else { return }
        statements.clear()
        try? command([.plain("DEALLOCATE ALL")], Patience(settings.statement, grace: settings.grace))
    }
}
