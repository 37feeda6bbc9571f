import Civic
import Storage

/// The amounts of sheets, their own and those of parameters, in the order of each sheet.
struct AmountStore {
    func amounts(where condition: SQL, _ snapshot: Snapshot) throws -> [Int: [AmountEntry]] {
        var entries: [Int: [(ordinal: Int, entry: AmountEntry)]] = [:]
        try snapshot.each(
            """
            SELECT sheet, ordinal, label, terms, age_from, age_to, pesos, from_day, to_day, source, reason FROM sheet_amount
            WHERE sheet IN (SELECT sheet.id FROM sheet WHERE \(condition))
            """
        ) { row in entries[try row["sheet"], default: []].append((try row["ordinal"], .own(try amount(row)))) }
        try snapshot.each(
            """
            SELECT sheet, ordinal, parameter, label, terms, since_day FROM sheet_series
            WHERE sheet IN (SELECT sheet.id FROM sheet WHERE \(condition))
            """
        ) { row in entries[try row["sheet"], default: []].append((try row["ordinal"], .series(try series(row)))) }
        return entries.mapValues { $0.sorted { $0.ordinal < $1.ordinal }.map(\.entry) }
    }

    private func series(_ row: Row) throws -> AmountSeries {
        guard let parameter = Parameter.ID(try row["parameter"] as String) else {
            throw StorageFault(.shape, "a series names no parameter")
        }
        let since: Int? = try row["since_day"]
        return AmountSeries(
            parameter: parameter, label: try row["label"], condition: try row["terms"], since: since.map { Day(number: $0) })
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

    func save(_ amounts: [AmountEntry], of sheet: Int, _ transaction: Transaction) throws {
        for (ordinal, entry) in amounts.enumerated() {
            switch entry {
            case .own(let amount): try save(amount, ordinal, of: sheet, transaction)
            case .series(let series):
                try transaction.execute(
                    """
                    INSERT INTO sheet_series (sheet, ordinal, parameter, label, terms, since_day)
                    VALUES (\(sheet), \(ordinal), \(series.parameter.description), \(series.label), \(series.condition),
                        \(series.since?.number))
                    """)
            }
        }
    }

    private func save(_ amount: DatedAmount, _ ordinal: Int, of sheet: Int, _ transaction: Transaction) throws {
        try transaction.execute(
            """
            INSERT INTO sheet_amount (sheet, ordinal, label, terms, age_from, age_to, pesos, from_day, to_day, source, reason)
            VALUES (\(sheet), \(ordinal), \(amount.label), \(amount.condition), \(amount.ages?.from), \(amount.ages?.to),
                \(amount.money.amount), \(amount.from.number), \(amount.to?.number), \(amount.source), \(amount.reason))
            """)
    }
}
