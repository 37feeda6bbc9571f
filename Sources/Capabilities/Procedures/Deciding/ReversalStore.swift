import Civic
import Ports
import Storage

extension RunDesk {
    /// For whoever shows how good decisions were.
    public var reversals: Reversals {
        Reversals { [database, store] number in
            let month = Month(number: number)
            let (first, last) = (
                ChileanTime.instant(of: month.first, hour: 0), ChileanTime.instant(of: month.last.adding(days: 1), hour: 0)
            )
            return try await database.read { try store.reversals(from: first, to: last, $0) }
        }
    }
}

extension RunStore {
    /// Between two moments. What a grant by itself decides nobody signed; what its person withdrew nobody decided.
    func reversals(from first: Instant, to last: Instant, _ snapshot: Snapshot) throws -> Reversals.Reading {
        func count(_ condition: SQL, at column: SQL) throws -> Int {
            try snapshot.value(
                """
                SELECT count(*) FROM procedure_run
                WHERE \(column) >= \(first.milliseconds) AND \(column) < \(last.milliseconds) AND \(condition)
                """, as: Int.self) ?? 0
        }
        return Reversals.Reading(
            decided: try count("automatic = 0 AND outcome <> 'withdrawn'", at: "decided"),
            refused: try count("automatic = 0 AND (outcome = 'refused' OR appealed IS NOT NULL)", at: "decided"),
            answered: try count("automatic = 0 AND outcome IN ('granted', 'refused')", at: "appeal_answered"),
            reversed: try count("automatic = 0 AND outcome = 'granted'", at: "appeal_answered"))
    }
}
