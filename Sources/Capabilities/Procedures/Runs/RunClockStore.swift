import Civic
import Storage

/// The rows of the clock of a case: where it stands still, runs on, and what followed when it passed.
extension RunStore {
    /// The term stands still. False when it does already, or the case is not in these hands.
    func pause(_ run: ProcedureRun, by staff: Int64, _ transaction: Transaction) throws -> Bool {
        try transaction.execute(
            """
            UPDATE procedure_run SET paused = \(transaction.now), touched = \(transaction.now)
            WHERE id = \(run.id) AND holder = \(staff) AND decided IS NULL AND paused IS NULL
            """) == 1
    }

    func resume(_ run: ProcedureRun, due: Day?, _ transaction: Transaction) throws -> Bool {
        try transaction.execute(
            """
            UPDATE procedure_run SET paused = NULL, due = \(due?.number), touched = \(transaction.now)
            WHERE id = \(run.id) AND paused IS NOT NULL
            """) == 1
    }

    func extend(_ run: ProcedureRun, to due: Day, by staff: Int64, _ transaction: Transaction) throws -> Bool {
        try transaction.execute(
            """
            UPDATE procedure_run SET due = \(due.number), touched = \(transaction.now)
            WHERE id = \(run.id) AND holder = \(staff) AND decided IS NULL AND paused IS NULL
            """) == 1
    }

    func unnotified(_ snapshot: Snapshot) throws -> [ProcedureRun] {
        try snapshot.all(
            """
            SELECT \(Self.columns) FROM procedure_run WHERE outcome = 'refused' AND notified IS NULL AND owner IS NULL
            ORDER BY decided, id LIMIT 200
            """, Self.run)
    }

    /// Undecided cases whose term passed and that nobody marked yet, the oldest term first.
    func pastDue(on today: Day, limit: Int, _ snapshot: Snapshot) throws -> [ProcedureRun] {
        try snapshot.all(
            """
            SELECT \(Self.columns) FROM procedure_run WHERE due < \(today.number) AND overdue IS NULL AND paused IS NULL
                AND decided IS NULL
            ORDER BY due, id LIMIT \(limit)
            """, Self.run)
    }

    /// A day of what happens to the term of a case or after it, once. False when it was set before or the case moved on.
    func set(_ mark: Mark, on day: Day, of run: ProcedureRun, _ transaction: Transaction) throws -> Bool {
        try transaction.execute(
            """
            UPDATE procedure_run SET \(mark.column) = \(day.number), touched = \(transaction.now)
            WHERE id = \(run.id) AND \(mark.column) IS NULL AND \(mark.condition)
            """) == 1
    }

    enum Mark {
        case overdue, denounced, certified, notified

        fileprivate var column: SQL {
            switch self {
            case .overdue: "overdue"
            case .denounced: "denounced"
            case .certified: "certified"
            case .notified: "notified"
            }
        }

        fileprivate var condition: SQL {
            switch self {
            case .overdue: "due IS NOT NULL AND paused IS NULL"
            case .denounced, .certified: "overdue IS NOT NULL AND decided IS NULL"
            case .notified: "decided IS NOT NULL"
            }
        }
    }

    /// A decided case goes back to a queue, because something about its benefit has to be signed; and out of it again.
    func queue(_ run: ProcedureRun, to owner: String, due: Day, _ transaction: Transaction) throws {
        try transaction.execute(
            "UPDATE procedure_run SET owner = \(owner), due = \(due.number), holder = NULL WHERE id = \(run.id) AND decided IS NOT NULL")
    }

    /// Not while an answer to its person is owed.
    func unqueue(_ run: Int64, _ transaction: Transaction) throws {
        try transaction.execute(
            """
            UPDATE procedure_run SET owner = NULL, due = NULL, holder = NULL
            WHERE id = \(run) AND (appealed IS NULL OR appeal_answered IS NOT NULL)
            """)
    }
}
