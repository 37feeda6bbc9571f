import Civic
import Outbound
import Storage

/// Exits by their codes, and what was said of them.
struct ExitStore {
    /// False when somebody has that code already.
    func insert(_ code: ReturnCode, to sheet: Int, on day: Day, _ transaction: Transaction) throws -> Bool {
        try transaction.first(
            """
            INSERT INTO outside_exit (id, code, sheet, day) VALUES (\(try transaction.newID()), \(code.plain), \(sheet), \(day.number))
            ON CONFLICT (code) DO NOTHING RETURNING id
            """) != nil
    }

    func exit(_ code: ReturnCode, _ snapshot: Snapshot) throws -> (id: Int64, sheet: Int, day: Day, isAnswered: Bool)? {
        guard
            let row = try snapshot.first(
                """
                SELECT outside_exit.id AS id, sheet, outside_exit.day AS day, CASE WHEN outside_return.id IS NULL THEN 0 ELSE 1 END AS answered
                FROM outside_exit LEFT JOIN outside_return ON outside_return.outside_exit = outside_exit.id WHERE code = \(code.plain)
                """)
        else { return nil }
        return (try row["id"], try row["sheet"], Day(number: try row["day"]), try row["answered"])
    }

    /// False when that exit has its answer already.
    func insert(_ answer: Return, of exit: Int64, on day: Day, _ transaction: Transaction) throws -> Bool {
        try transaction.first(
            """
            INSERT INTO outside_return (id, outside_exit, day, finished, reason)
            VALUES (\(try transaction.newID()), \(exit), \(day.number), \(answer.reason == nil), \(answer.reason?.rawValue))
            ON CONFLICT (outside_exit) DO NOTHING RETURNING id
            """) != nil
    }

    /// Exits and answers of each sheet in some days.
    func counts(from: Day, to: Day, _ snapshot: Snapshot) throws -> [Int: ExitCounts] {
        var counts: [Int: ExitCounts] = [:]
        try snapshot.each(
            """
            SELECT sheet, COUNT(*) AS n FROM outside_exit WHERE day BETWEEN \(from.number) AND \(to.number) GROUP BY sheet
            """
        ) { counts[try $0["sheet"], default: ExitCounts()].exits = try $0["n"] }
        try snapshot.each(
            """
            SELECT sheet, finished, reason, COUNT(*) AS n FROM outside_return JOIN outside_exit ON outside_exit.id = outside_return.outside_exit
            WHERE outside_return.day BETWEEN \(from.number) AND \(to.number) GROUP BY sheet, finished, reason
            """
        ) { row in
            let (sheet, n): (Int, Int) = (try row["sheet"], try row["n"])
            let reason: String? = try row["reason"]
            if let reason = reason.flatMap(Return.Reason.init) {
                counts[sheet, default: ExitCounts()].reasons[reason, default: 0] += n
            } else {
                counts[sheet, default: ExitCounts()].finished += n
            }
        }
        return counts
    }
}

/// How often a way out was shown, and what was said of it.
struct ExitCounts: Sendable, Equatable {
    var exits = 0
    var finished = 0
    var reasons: [Return.Reason: Int] = [:]

    var answers: Int { finished + reasons.values.reduce(0, +) }

    static func += (left: inout Self, right: Self) {
        left.exits += right.exits
        left.finished += right.finished
        left.reasons.merge(right.reasons, uniquingKeysWith: +)
    }
}
