import Civic
import Ports
import Storage

/// Another process loads the same at this moment.
public struct LoadBusy: Error {}

/// Writes contacts batch after batch, each in one act with its counts and with how far the load has come: it can be cut at any moment and
/// goes on where it was.
public struct BulkDesk: Sendable {
    private let database: Database
    private let counting: Counting
    private let recording = BulkRecording()
    private let store = LoadStore()

    public init(_ database: Database, counting: Counting) {
        self.database = database
        self.counting = counting
    }

    /// A part of a load: its rows, how many were refused, and where the next one begins.
    struct Batch: Sendable {
        let rows: [SpineRow]
        let refused: Int
        let next: Int
    }

    func begin(_ source: String, at position: Int) async throws -> Load {
        try await database.write { try store.begin(source, at: position, $0) }
    }

    /// Writes all batches that `next` gives, made while the one before is written, and ends the load. `next` is told where to begin and
    /// gives nil at the end. Throws `LoadBusy` when another process does the same.
    func run(
        _ load: Load, _ verb: AuditEntry.Verb, by actor: Actor, next: @escaping @Sendable (Int) throws -> Batch?,
        progress: @Sendable (Load) -> Void
    ) async throws -> Load {
        var load = load
        var coming = prepared(from: load.position, next)
        while let (batch, counts) = try await coming.value {
            coming = prepared(from: batch.next, next)
            let present = load
            let isOurs = try await database.writeAlone { transaction in
                guard try store.move(present, to: batch.next, accepted: batch.rows.count, refused: batch.refused, transaction) else {
                    return false
                }
                try recording.write(batch.rows, verb, by: actor, transaction)
                try counts(transaction)
                return true
            }
            guard isOurs else {
                coming.cancel()
                throw LoadBusy()
            }
            load.position = batch.next
            load.accepted += batch.rows.count
            load.refused += batch.refused
            progress(load)
        }
        let ended = load
        try await database.write { try store.end(ended, $0) }
        load.hasEnded = true
        return load
    }

    private typealias Prepared = (batch: Batch, counts: @Sendable (Transaction) throws -> Void)

    private func prepared(from position: Int, _ next: @escaping @Sendable (Int) throws -> Batch?) -> Task<Prepared?, any Error> {
        Task { try next(position).map { ($0, counting.count($0.rows)) } }
    }
}
