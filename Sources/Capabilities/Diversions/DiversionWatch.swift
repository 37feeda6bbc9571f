import Civic
import Logging
import Ports
import Storage

extension DiversionDesk {
    private static let itself = Actor(.system(11), assurance: .verified)

    /// Looks at each rule: begins what it asks for, and ends what it began and does not ask for any more. What somebody began by hand stays.
    public func watch() async throws {
        let store = DiversionStore()
        let (rules, open) = try await database.read { (try store.rules($0), try store.open($0)) }
        let present = Dictionary(open.map { ($0.point, $0) }) { first, _ in first }
        let closed = Dictionary(try await points.all().map { ($0.number, $0.closed) }) { first, _ in first }
        let (now, today) = (clock.now, clock.today)
        for rule in rules {
            let going = present[rule.point]
            let cause = rule.cause(
                isClosed: closed[rule.point]?.contains(today.number) ?? false, meanWait: try await waits.mean(rule.point, now),
                present: going?.cause)
            try await database.write { transaction in
                if let going, going.cause != .hand, going.cause != cause, try store.end(going.id, by: nil, transaction) {
                    try Self.record("diversion.ended", going.id, Self.itself, transaction)
                }
                if let cause, going?.cause != cause, going?.cause != .hand,
                    let id = try store.begin(cause, at: rule.point, rule.ways, by: nil, rule: rule.id, transaction)
                {
                    try Self.record("diversion.begun", id, Self.itself, transaction)
                }
            }
        }
        // One whose rule was taken away has nothing left that would end it.
        let ruled = Set(rules.map(\.point))
        for going in open where going.cause != .hand && !ruled.contains(going.point) {
            try await database.write { transaction in
                if try store.end(going.id, by: nil, transaction) { try Self.record("diversion.ended", going.id, Self.itself, transaction) }
            }
        }
    }

    /// Each half minute, until cancelled.
    public func keepWatching(_ log: Logger) async {
        while !Task.isCancelled {
            do {
                try await watch()
            } catch is CancellationError {
                break
            } catch {
                log.warning("rules of diversion could not be looked at", metadata: ["error": "\(type(of: error))"])
            }
            try? await Task.sleep(for: .seconds(30))
        }
    }
}
