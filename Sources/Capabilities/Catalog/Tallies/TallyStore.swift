import Civic
import Ports
import Storage

/// Counts by day of what was opened, looked for and chosen.
struct TallyStore {
    func add(_ batch: TallyBatch, _ transaction: Transaction) throws {
        let day = batch.day.number
        for (sheet, n) in batch.opened.sorted(by: { $0.key < $1.key }) {
            try transaction.execute(
                """
                INSERT INTO sheet_opening (sheet, day, n) VALUES (\(sheet), \(day), \(n))
                ON CONFLICT (sheet, day) DO UPDATE SET n = sheet_opening.n + excluded.n
                """)
        }
        for asked in batch.asked.sorted(by: { ($0.words, $0.language) < ($1.words, $1.language) }) {
            try transaction.execute(
                """
                INSERT INTO search_tally (day, words, language, n, zero, results)
                VALUES (\(day), \(asked.words), \(asked.language), \(asked.n), \(asked.zero), \(asked.results))
                ON CONFLICT (day, words, language) DO UPDATE SET n = search_tally.n + excluded.n, zero = search_tally.zero + excluded.zero,
                    results = excluded.results
                """)
        }
        for chosen in batch.chosen.sorted(by: { ($0.words, $0.sheet) < ($1.words, $1.sheet) }) {
            try transaction.execute(
                """
                INSERT INTO search_choice (words, sheet, day, n) VALUES (\(chosen.words), \(chosen.sheet), \(day), \(chosen.n))
                ON CONFLICT (words, sheet, day) DO UPDATE SET n = search_choice.n + excluded.n
                """)
        }
    }

    func popularity(since day: Day, _ snapshot: Snapshot) throws -> [Int: Int] {
        try snapshot.all("SELECT sheet, CAST(SUM(n) AS BIGINT) AS n FROM sheet_opening WHERE day >= \(day.number) GROUP BY sheet")
            .reduce(into: [:]) { counts, row in counts[try row["sheet"]] = try row["n"] }
    }

    func mostOpened(on day: Day, least: Int, limit: Int, _ snapshot: Snapshot) throws -> [Int] {
        try snapshot.all(
            "SELECT sheet FROM sheet_opening WHERE day = \(day.number) AND n >= \(least) ORDER BY n DESC, sheet LIMIT \(limit)"
        ) {
            try $0["sheet"]
        }
    }

    /// Words since a day, those asked most first; `onlyEmpty` those for which nothing was found the last time and before.
    func searches(since day: Day, onlyEmpty: Bool, limit: Int, _ snapshot: Snapshot) throws -> [SearchTally] {
        try snapshot.all(
            """
            SELECT words, language, CAST(SUM(n) AS BIGINT) AS total, CAST(SUM(zero) AS BIGINT) AS misses
            FROM search_tally WHERE day >= \(day.number) GROUP BY words, language
            HAVING \(onlyEmpty ? "SUM(zero) > 0" : "1 = 1" as SQL) ORDER BY \(onlyEmpty ? "misses" : "total" as SQL) DESC, words, language
            LIMIT \(limit)
            """
        ) { row in
            SearchTally(words: try row["words"], language: try row["language"], n: try row["total"], zero: try row["misses"])
        }
    }

    /// Words asked at least so often between two days, in all languages together.
    func searches(_ days: ClosedRange<Int>, least: Int, _ snapshot: Snapshot) throws -> [SearchFigures.Search] {
        try snapshot.all(
            """
            SELECT words, CAST(SUM(n) AS BIGINT) AS total, CAST(SUM(zero) AS BIGINT) AS misses FROM search_tally
            WHERE day BETWEEN \(days.lowerBound) AND \(days.upperBound) GROUP BY words HAVING SUM(n) >= \(least)
            """
        ) { SearchFigures.Search(words: try $0["words"], asked: try $0["total"], vain: try $0["misses"]) }
    }

    /// Which sheets were opened after words were looked for, the most chosen first.
    func choices(since day: Day, _ snapshot: Snapshot) throws -> [String: [(sheet: Int, n: Int)]] {
        try snapshot.all(
            """
            SELECT words, sheet, CAST(SUM(n) AS BIGINT) AS total FROM search_choice WHERE day >= \(day.number)
            GROUP BY words, sheet ORDER BY words, total DESC, sheet
            """
        ).reduce(into: [:]) { found, row in found[try row["words"], default: []].append((try row["sheet"], try row["total"])) }
    }
}
