import Civic
@_spi(Disclosure) import Storage

/// Opinions of sheets.
struct OpinionStore {
    let keyring: Keyring

    func insert(_ opinion: Opinion, on day: Day, _ transaction: Transaction) throws -> Int64 {
        try transaction.enter()
        let id = try transaction.newID()
        let words = try opinion.words.map { try keyring.seal($0, at: Cell(table: "sheet_opinion", column: "words", row: id)) }
        try transaction.execute(
            """
            INSERT INTO sheet_opinion (id, sheet, day, useful, words, language, act)
            VALUES (\(id), \(opinion.sheet), \(day.number), \(opinion.isUseful), \(words), \(opinion.language), \(transaction.act.number))
            """)
        return id
    }

    /// By the number of the sheet. nil is any sheet.
    func tallies(of sheet: Int?, since day: Day, _ snapshot: Snapshot) throws -> [OpinionTally] {
        try snapshot.all(
            """
            SELECT sheet, CAST(SUM(useful) AS BIGINT) AS yes, CAST(COUNT(*) - SUM(useful) AS BIGINT) AS others
            FROM sheet_opinion WHERE \(of(sheet)) AND day >= \(day.number) GROUP BY sheet ORDER BY sheet
            """
        ) { OpinionTally(sheet: try $0["sheet"], yes: try $0["yes"], no: try $0["others"]) }
    }

    /// Which sheets have words to read.
    func sheetsWithWords(_ sheet: Int?, since day: Day, _ snapshot: Snapshot) throws -> [Int] {
        try snapshot.all(
            """
            SELECT DISTINCT sheet FROM sheet_opinion WHERE \(of(sheet)) AND day >= \(day.number) AND words IS NOT NULL ORDER BY sheet
            """
        ) { try $0["sheet"] }
    }

    /// Opens what was written. Whoever calls it has left the trace.
    func words(of sheets: [Int], since day: Day, _ snapshot: Snapshot) throws -> [OpinionWords] {
        try snapshot.all(
            """
            SELECT id, sheet, day, useful, language, words FROM sheet_opinion
            WHERE sheet IN (\(list: sheets)) AND day >= \(day.number) AND words IS NOT NULL ORDER BY sheet, id
            """
        ) { row in
            let sealed = try Sealed(row, "words", of: "sheet_opinion", id: try row["id"])
            return OpinionWords(
                sheet: try row["sheet"], day: Day(number: try row["day"]), isUseful: try row["useful"], language: try row["language"],
                text: try sealed.open(with: keyring))
        }
    }

    private func of(_ sheet: Int?) -> SQL { sheet.map { "sheet = \($0)" } ?? "1 = 1" }
}
