import Civic
import Storage

/// Cases that were passed to other institutions.
extension RunStore {
    func refer(_ run: ProcedureRun, to institution: String, by staff: Int64, _ transaction: Transaction) throws -> Bool {
        try transaction.execute(
            """
            UPDATE procedure_run SET outcome = 'withdrawn', decided = \(transaction.now), decider = \(staff), referred = \(institution),
                owner = NULL, holder = NULL, due = NULL, touched = \(transaction.now)
            WHERE id = \(run.id) AND filed IS NOT NULL AND decided IS NULL
            """) == 1
    }

    /// Those of an institution, those that it did not take first, then the newest.
    func referred(to institution: String, _ snapshot: Snapshot) throws -> [ProcedureRun] {
        try snapshot.all(
            """
            SELECT \(Self.columns) FROM procedure_run WHERE referred = \(institution)
            ORDER BY CASE WHEN received IS NULL THEN 0 ELSE 1 END, decided DESC, id DESC LIMIT 500
            """, Self.run)
    }

    /// False when it was taken before.
    func receive(_ run: ProcedureRun, _ transaction: Transaction) throws -> Bool {
        try transaction.execute(
            "UPDATE procedure_run SET received = \(transaction.now) WHERE id = \(run.id) AND referred IS NOT NULL AND received IS NULL")
            == 1
    }
}
