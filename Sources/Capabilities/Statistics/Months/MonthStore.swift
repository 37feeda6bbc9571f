import Civic
import Storage

/// The measures of closed months.
struct MonthStore: Sendable {
    /// Nothing when the month is measured already: it stays what it was.
    func insert(_ measure: MonthMeasure, _ transaction: Transaction) throws {
        try transaction.execute(
            """
            INSERT INTO month_measure (id, persons, contacts, known, journeys, solved, repeated, switched, measured)
            VALUES (\(measure.month.number), \(measure.persons), \(measure.contacts), \(measure.known), \(measure.journeys), \(measure.solved),
                \(measure.repeated), \(measure.switched), \(transaction.now)) ON CONFLICT (id) DO NOTHING
            """)
    }

    func measures(_ months: ClosedRange<Int>, _ snapshot: Snapshot) throws -> [MonthMeasure] {
        try snapshot.all(
            """
            SELECT id, persons, contacts, known, journeys, solved, repeated, switched FROM month_measure
            WHERE id BETWEEN \(months.lowerBound) AND \(months.upperBound) ORDER BY id
            """
        ) { row in
            var measure = MonthMeasure(Month(number: try row["id"]))
            (measure.persons, measure.contacts, measure.known) = (try row["persons"], try row["contacts"], try row["known"])
            (measure.journeys, measure.solved) = (try row["journeys"], try row["solved"])
            (measure.repeated, measure.switched) = (try row["repeated"], try row["switched"])
            return measure
        }
    }
}
