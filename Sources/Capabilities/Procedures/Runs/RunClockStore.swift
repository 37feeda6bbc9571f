import Civic
import Storage

/// The rows of the clock of a case: where it stands still, runs on, and what followed when it passed.
extension RunStore {
    /// Those of these that wait for nobody any more.
    static func settled(_ ids: Set<Int64>, _ snapshot: Snapshot) throws -> Set<Int64> {
        guard !ids.isEmpty else { return [] }
        return Set(
            try snapshot.all(
                """
                SELECT id FROM procedure_run WHERE id IN (\(list: ids.sorted())) AND decided IS NOT NULL
                    AND (appealed IS NULL OR appeal_answered IS NOT NULL)
                """
            ) { try $0["id"] as Int64 })
    }

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
            UPDATE procedure_run SET paused = NULL, requested = NULL, due = \(due?.number), touched = \(transaction.now)
            WHERE id = \(run.id) AND paused IS NOT NULL AND decided IS NULL
            """) == 1
    }

    /// Only a term that runs (Ley 19.880, art. 26).
    func extend(_ run: ProcedureRun, to due: Day, on today: Day, by staff: Int64, _ transaction: Transaction) throws -> Bool {
        try transaction.execute(
            """
            UPDATE procedure_run SET due = \(due.number), touched = \(transaction.now)
            WHERE id = \(run.id) AND holder = \(staff) AND decided IS NULL AND paused IS NULL AND due >= \(today.number)
            """) == 1
    }

    /// Of these services, the oldest first.
    func unnotified(of services: [String], _ snapshot: Snapshot) throws -> [ProcedureRun] {
        guard !services.isEmpty else { return [] }
        return try snapshot.all(
            """
            SELECT \(Self.columns) FROM procedure_run WHERE notified IS NULL AND decider IS NOT NULL AND outcome IN ('granted', 'refused') AND owner IS NULL
                AND service IN (\(list: services))
            ORDER BY decided, id LIMIT 200
            """, Self.run)
    }

    /// An answer is owed to its person: to what was asked for, or to an appeal.
    private static let owed: SQL = """
        (decided IS NULL OR (appealed IS NOT NULL AND appeal_answered IS NULL) OR EXISTS (
            SELECT 1 FROM procedure_measure m JOIN procedure_benefit b ON b.id = m.benefit
            WHERE b.procedure = procedure_run.id AND m.appealed IS NOT NULL AND m.appeal_answered IS NULL))
        """

    /// Cases whose term passed, to which an answer is owed, and that nobody marked yet, the oldest term first.
    func pastDue(on today: Day, after last: ProcedureRun?, limit: Int, _ snapshot: Snapshot) throws -> [ProcedureRun] {
        try snapshot.all(
            """
            SELECT \(Self.columns) FROM procedure_run WHERE due < \(today.number) AND overdue IS NULL AND paused IS NULL
                AND \(Self.owed) AND (due, id) > (\(last?.due?.number ?? 0), \(last?.id ?? 0))
            ORDER BY due, id LIMIT \(limit)
            """, Self.run)
    }

    /// A day of what happens to the term of a case or after it, once. False when it was set before or the case moved on.
    func set(_ mark: Mark, on day: Day, of run: ProcedureRun, _ transaction: Transaction) throws -> Bool {
        try transaction.execute(
            """
            UPDATE procedure_run SET \(mark.column) = \(day.number), touched = \(transaction.now)
            WHERE id = \(run.id) AND \(mark.column) IS NULL AND \(condition(mark, day))
            """) == 1
    }

    enum Mark {
        case overdue, denounced, certified, notified, requested

        fileprivate var column: SQL {
            switch self {
            case .overdue: "overdue"
            case .denounced: "denounced"
            case .certified: "certified"
            case .notified: "notified"
            case .requested: "requested"
            }
        }
    }

    private func condition(_ mark: Mark, _ day: Day) -> SQL {
        switch mark {
        case .overdue: "due < \(day.number) AND paused IS NULL AND \(Self.owed)"
        case .denounced, .certified: "overdue IS NOT NULL AND \(Self.owed)"
        case .notified: "decided IS NOT NULL"
        case .requested: "paused IS NOT NULL"
        }
    }

    /// Another term begins: what followed from the one before has nothing to do with it.
    static let newTerm: SQL = "overdue = NULL, denounced = NULL, certified = NULL, informed = NULL, informer = NULL"

    /// Denounced delays of these services, of which nobody above took note and to which an answer is still owed, the oldest first.
    func denounced(of services: Set<String>, _ snapshot: Snapshot) throws -> [ProcedureRun] {
        guard !services.isEmpty else { return [] }
        return try snapshot.all(
            """
            SELECT \(Self.columns) FROM procedure_run WHERE denounced IS NOT NULL AND informed IS NULL
                AND service IN (\(list: services.sorted())) AND \(Self.owed)
            ORDER BY denounced, id LIMIT 500
            """, Self.run)
    }

    /// False when somebody took note before, or the case is in their own hands.
    func inform(_ run: ProcedureRun, _ staff: Int64, _ transaction: Transaction) throws -> Bool {
        try transaction.execute(
            """
            UPDATE procedure_run SET informed = \(transaction.now), informer = \(staff)
            WHERE id = \(run.id) AND denounced IS NOT NULL AND informed IS NULL AND (holder IS NULL OR holder <> \(staff))
            """) == 1
    }

    /// A decided case goes back to a queue, because something about its benefit has to be signed; and out of it again.
    func queue(_ run: ProcedureRun, to owner: String, due: Day, _ transaction: Transaction) throws {
        try transaction.execute(
            """
            UPDATE procedure_run SET owner = \(owner), due = \(due.number), holder = NULL, \(Self.newTerm)
            WHERE id = \(run.id) AND decided IS NOT NULL
            """)
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
