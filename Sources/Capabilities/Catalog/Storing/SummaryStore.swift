import Civic
import Storage

/// What lists of sheets show of each.
public struct SheetSummary: Sendable, Hashable {
    public var number: Int
    public var slug: String
    public var title: String
    public var summary: String
    public var status: ServiceSheet.Status
    /// Topics by slug, the main one first.
    public var topics: [String] = []

    public var path: String { "/fichas/\(number)-\(slug)" }
}

/// Reads the short form of sheets.
struct SummaryStore {
    func summaries(inTopics topics: [String], _ snapshot: Snapshot) throws -> [SheetSummary] {
        try summaries(
            where: """
                sheet.id IN (SELECT sheet FROM sheet_theme JOIN theme ON theme.id = sheet_theme.theme WHERE theme.slug IN (\(list: topics)))
                """, snapshot)
    }

    func summaries(inLifeEvent slug: String, _ snapshot: Snapshot) throws -> [SheetSummary] {
        try summaries(
            where: """
                sheet.id IN (SELECT sheet FROM sheet_life_event JOIN life_event ON life_event.id = sheet_life_event.life_event
                    WHERE life_event.slug = \(slug))
                """, snapshot)
    }

    func summaries(numbers: [Int], _ snapshot: Snapshot) throws -> [SheetSummary] {
        try summaries(where: "sheet.id IN (\(list: numbers))", snapshot)
    }

    func summaries(slugs: [String], _ snapshot: Snapshot) throws -> [SheetSummary] {
        try summaries(where: "sheet.slug IN (\(list: slugs))", snapshot)
    }

    func summaries(ofInstitution code: String, _ snapshot: Snapshot) throws -> [SheetSummary] {
        try summaries(where: "sheet.institution IN (SELECT institution.id FROM institution WHERE institution.code = \(code))", snapshot)
    }

    func countsByInstitution(_ snapshot: Snapshot) throws -> [String: Int] {
        try snapshot.all(
            """
            SELECT institution.code AS code, COUNT(*) AS sheets FROM sheet JOIN institution ON institution.id = sheet.institution
            GROUP BY institution.code
            """
        ).reduce(into: [:]) { counts, row in counts[try row["code"]] = try row["sheets"] }
    }

    /// The key of the institution that answers for each of these sheets.
    func institutions(of numbers: [Int], _ snapshot: Snapshot) throws -> [Int: String] {
        try snapshot.all(
            """
            SELECT sheet.id AS sheet, institution.code AS code FROM sheet JOIN institution ON institution.id = sheet.institution
            WHERE sheet.id IN (\(list: numbers))
            """
        ).reduce(into: [:]) { found, row in found[try row["sheet"]] = try row["code"] }
    }

    /// What is done at these kinds of place, and these sheets besides.
    func summaries(atPlaces places: [String], numbers: [Int], _ snapshot: Snapshot) throws -> [SheetSummary] {
        try summaries(
            where: """
                sheet.id IN (SELECT sheet_place.sheet FROM sheet_place WHERE sheet_place.place IN (\(list: places)))
                    OR sheet.id IN (\(list: numbers))
                """, snapshot)
    }

    func extent(_ snapshot: Snapshot) throws -> (sheets: Int, revised: Day?) {
        guard let row = try snapshot.first("SELECT COUNT(*) AS n, MAX(checked) AS last FROM sheet") else { return (0, nil) }
        let last: Int? = try row["last"]
        return (try row["n"], last.map { Day(number: $0) })
    }

    private func summaries(where condition: SQL, _ snapshot: Snapshot) throws -> [SheetSummary] {
        let topics = try snapshot.all(
            """
            SELECT sheet_theme.sheet AS sheet, theme.slug AS slug FROM sheet_theme JOIN theme ON theme.id = sheet_theme.theme
            JOIN sheet ON sheet.id = sheet_theme.sheet WHERE (\(condition)) ORDER BY sheet_theme.sheet, sheet_theme.ordinal
            """
        ).reduce(into: [Int: [String]]()) { found, row in found[try row["sheet"], default: []].append(try row["slug"]) }
        return try snapshot.all("SELECT id, slug, title, summary, status FROM sheet WHERE \(condition)") { row in
            let number: Int = try row["id"]
            return SheetSummary(
                number: number, slug: try row["slug"], title: try row["title"], summary: try row["summary"],
                status: try row.word("status"), topics: topics[number] ?? [])
        }.sorted { ($0.title.folded, $0.number) < ($1.title.folded, $1.number) }
    }
}
