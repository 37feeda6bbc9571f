import Civic
import Storage

/// What is held because of a death, with what it was before.
extension BenefitStore {
    func all(of persons: [PersonID], _ snapshot: Snapshot) throws -> [Benefit] {
        try snapshot.all("SELECT \(Self.columns) FROM procedure_benefit WHERE subject IN (\(list: persons)) ORDER BY id", Self.benefit)
    }

    /// Nothing is paid after the day. What it was stays beside, sealed as it is.
    func hold(_ benefit: Benefit, after day: Day, _ transaction: Transaction) throws {
        try transaction.execute(
            """
            UPDATE procedure_benefit SET held = \(day.number), held_at = \(transaction.now), held_status = status, held_since = since,
                held_body = body
            WHERE id = \(benefit.id) AND held IS NULL
            """)
    }

    /// As it was before it was held. Gives back how many measures were signed since, which do not stand any more.
    func giveBack(_ benefit: Benefit, _ transaction: Transaction) throws -> Int {
        let since: SQL = "(SELECT held_at FROM procedure_benefit WHERE id = \(benefit.id))"
        try transaction.execute("DELETE FROM procedure_measure WHERE benefit = \(benefit.id) AND settled IS NULL AND made >= \(since)")
        let undone = try transaction.execute(
            """
            UPDATE procedure_measure SET outcome = 'dropped'
            WHERE benefit = \(benefit.id) AND outcome = 'taken' AND appealed IS NULL AND settled >= \(since)
            """)
        try transaction.execute(
            """
            UPDATE procedure_benefit SET status = held_status, since = held_since, body = held_body, held = NULL, held_at = NULL,
                held_status = NULL, held_since = NULL, held_body = NULL
            WHERE id = \(benefit.id) AND held IS NOT NULL
            """)
        return undone
    }
}
