import Civic
import Storage

/// Waits of the last two hours by point and minute: enough to see that too many people wait now, and nothing that is kept.
struct RecentWaitStore: Sendable {
    private static let kept = 120
    private static let shown = 30

    func add(_ facts: some Sequence<SpineFact>, _ transaction: Transaction) throws {
        let now = transaction.now / 60_000
        var cells: [Cell: (count: Int, seconds: Int64)] = [:]
        for fact in facts {
            let minute = fact.at / 60_000
            guard let wait = fact.wait, let point = fact.point, minute > now - Int64(Self.kept), minute <= now else { continue }
            let present = cells[Cell(point: point, minute: minute)] ?? (0, 0)
            cells[Cell(point: point, minute: minute)] = (present.count + 1, present.seconds + wait)
        }
        guard !cells.isEmpty else { return }
        for (cell, sum) in cells.sorted(by: { ($0.key.point, $0.key.minute) < ($1.key.point, $1.key.minute) }) {
            try transaction.execute(
                """
                INSERT INTO recent_wait (point, minute, n, seconds) VALUES (\(cell.point), \(cell.minute), \(sum.count), \(sum.seconds))
                ON CONFLICT (point, minute) DO UPDATE SET n = recent_wait.n + excluded.n, seconds = recent_wait.seconds + excluded.seconds
                """)
        }
        try transaction.execute("DELETE FROM recent_wait WHERE minute <= \(now - Int64(Self.kept))")
    }

    func mean(at point: Int64, _ now: Instant, _ snapshot: Snapshot) throws -> Int? {
        let first = now.milliseconds / 60_000 - Int64(Self.shown)
        let row = try snapshot.first(
            """
            SELECT CAST(SUM(n) AS BIGINT) AS n, CAST(SUM(seconds) AS BIGINT) AS seconds FROM recent_wait
            WHERE point = \(point) AND minute > \(first)
            """)
        guard let row, let count: Int = try row["n"], let seconds: Int = try row["seconds"], count > 0 else { return nil }
        return seconds / count
    }

    private struct Cell: Hashable {
        let point: Int64
        let minute: Int64
    }
}
