import Civic
import Logging
import Storage

extension Tallies {
    /// Writes what has gathered. What can't be written waits for the next time; in a crash, up to a second of openings is lost, and the
    /// words that were not asked often enough yet.
    public func flush(to database: Database, at now: Instant) async throws {
        let batches = take(at: now)
        if batches.isEmpty { return }
        do {
            try await database.write { transaction in
                for batch in batches { try TallyStore().add(batch, transaction) }
            }
        } catch {
            giveBack(batches)
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
                log.warning("tallies could not be written; they wait", metadata: ["error": "\(type(of: error))"])
            }
        }
    }
}
