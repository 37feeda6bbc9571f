import Civic
import Logging
import Storage

/// Keeps the roll-ups in step with the spine.
public struct CountingDesk: Sendable {
    /// Moves when there are new counts.
    public static let topic = "statistics"
    /// Moves when there are new counts of months that were over.
    public static let past = "statistics.past"
    /// What rings when the spine grows.
    static let spine = "spine"
    /// Rows of one act.
    private static let batch = 2000

    let database: Database
    private let spine = SpineCountStore()
    private let store = RollUpStore()

    public init(_ database: Database) {
        self.database = database
    }

    /// Counts what waits, batch after batch, and gives back how many rows that were.
    @discardableResult
    public func countAll() async throws -> Int {
        var counted = 0
        while let batch = try await count(), batch > 0 { counted += batch }
        return counted
    }

    /// Counts one batch in the act that takes it from the queue; nil when nothing waits.
    func count() async throws -> Int? {
        guard try await database.read({ try spine.isWaiting($0) }) else { return nil }
        return try await database.write { transaction in
            let waiting = try spine.take(Self.batch, transaction)
            let facts = try spine.facts(waiting.map(\.id) + waiting.compactMap(\.corrects), transaction)
            var changes = RollUps()
            for row in waiting {
                if let fact = facts[row.id] { changes.add(fact) }
                if let corrects = row.corrects, let before = facts[corrects] { changes.add(before, -1) }
            }
            try store.add(changes, transaction)
            // A correction says nothing new of a wait.
            try RecentWaitStore().add(waiting.filter { $0.corrects == nil }.compactMap { facts[$0.id] }, transaction)
            transaction.announce(Self.topic)
            let present = Month(of: Day(of: Instant(milliseconds: transaction.now)))
            if facts.values.contains(where: { $0.day < present.first.number }) { transaction.announce(Self.past) }
            return waiting.count
        }
    }

    /// Within five seconds of each contact, until cancelled: when the spine rings, or after a second.
    public func keepCounting(_ log: Logger) async {
        await withTaskGroup(of: Void.self) { group in
            let (bells, bell) = AsyncStream.makeStream(of: Void.self, bufferingPolicy: .bufferingNewest(1))
            group.addTask {
                for await _ in database.listen(Self.spine) { bell.yield() }
            }
            group.addTask {
                while !Task.isCancelled {
                    bell.yield()
                    try? await Task.sleep(for: .seconds(1))
                }
                bell.finish()
            }
            for await _ in bells {
                do {
                    try await countAll()
                    // What comes in while this rests is counted together.
                    try await Task.sleep(for: .milliseconds(500))
                } catch is CancellationError {
                    break
                } catch {
                    log.warning("contacts could not be counted; they wait", metadata: ["error": "\(type(of: error))"])
                    try? await Task.sleep(for: .seconds(1))
                }
            }
            group.cancelAll()
        }
    }
}
