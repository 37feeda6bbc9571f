import Civic
import Storage

/// The dated amounts of sheets, in the order of each sheet.
struct AmountStore {
    func amounts(where condition: SQL, _ snapshot: Snapshot) throws -> [Int: [DatedAmount]] {
        try snapshot.all(
            """
            SELECT sheet, label, terms, age_from, age_to, pesos, from_day, to_day, source, reason FROM sheet_amount
            WHERE sheet IN (SELECT sheet.id FROM sheet WHERE \(condition)) ORDER BY sheet, ordinal
            """
        ).reduce(into: [:]) { found, row in found[try row["sheet"], default: []].append(try amount(row)) }
    }

    private func amount(_ row: Row) throws -> DatedAmount {
        let youngest: Int? = try row["age_from"]
        let oldest: Int? = try row["age_to"]
        let to: Int? = try row["to_day"]
        return DatedAmount(
            label: try row["label"], condition: try row["terms"], ages: youngest.flatMap { AgeBand(from: $0, to: oldest) },
            money: Pesos(try row["pesos"]),
            from: Day(number: try row["from_day"]), to: to.map { Day(number: $0) }, source: try row["source"], reason: try row["reason"])
    }

    func save(_ amounts: [DatedAmount], of sheet: Int, _ transaction: Transaction) throws {
        for (ordinal, amount) in amounts.enumerated() {
            try transaction.execute(
                """
                INSERT INTO sheet_amount (sheet, ordinal, label, terms, age_from, age_to, pesos, from_day, to_day, source, reason)
                VALUES (\(sheet), \(ordinal), \(amount.label), \(amount.condition), \(amount.ages?.from), \(amount.ages?.to),
                    \(amount.money.amount), \(amount.from.number), \(amount.to?.number), \(amount.source), \(amount.reason))
                """)
        }
    }
}
