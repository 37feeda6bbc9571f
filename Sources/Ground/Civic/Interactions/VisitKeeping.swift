import Logging
import Storage

extension Visits {
    /// Writes what has gathered: one interaction for each visit that has ended, and the views of pages. What can't be written waits for
    /// the next time; in a crash, up to a second of views and the visits that were going on are lost.
    public func flush(to database: Database, at now: Instant, all: Bool = false) async throws {
        let (visits, views) = take(at: now, all: all)
        if visits.isEmpty, views.isEmpty { return }
        do {
            try await database.write { transaction in
                try VisitStore().add(views, transaction)
                for visit in visits {
                    _ = try InteractionStore().insert(
                        Interaction(
                            .page, .web, visit.didAct ? .transaction : .visit, .unknown, product: visit.product, duration: visit.duration,
                            at: visit.began),
                        corrects: nil, transaction)
                }
            }
        } catch {
            giveBack(visits, views)
            throw error
        }
    }

    /// Each second, until cancelled.
    public func keepFlushing(to database: Database, _ clock: Clock, _ log: Logger) async {
        while !Task.isCancelled {
            try? await Task.sleep(for: .seconds(1))
            if Task.isCancelled { return }
            do {
                try await flush(to: database, at: clock.now)
            } catch {
                log.warning("visits could not be written; they wait", metadata: ["error": "\(type(of: error))"])
            }
        }
    }
}
