import Civic
import TestKit
import Testing

@testable import Catalog

/// Small things to be found, and the whole catalogue.
enum Books {
    static func words() throws -> SearchWords {
        try SearchWords(
            stopWords: "de\nlos\nel\npara\n",
            synonyms: "termino,equivalente\nviejo,persona mayor\ncarné de identidad,cédula de identidad\ncarnet,cédula\n",
            familiar: "marciano\nzapato\n")
    }

    static func sheet(
        _ number: Int, _ title: String, also: [String] = [], summary: String = "Nada.", status: ServiceSheet.Status = .current,
        _ change: (inout ServiceSheet) -> Void = { _ in }
    ) throws -> SearchEntry {
        var sheet = try #require(try SampleFiles.catalogue().sheets.first)
        (sheet.number, sheet.title, sheet.alsoKnownAs) = (SheetNumber(value: number, isPublic: true), title, also)
        (sheet.summary, sheet.audience, sheet.status) = (summary, "Quien sea.", status)
        (sheet.requirements, sheet.steps, sheet.goodToKnow) = ([], Steps(), nil)
        change(&sheet)
        return SearchEntry(sheet, institution: "Instituto", topics: ["Tema"])
    }

    static func book(_ entries: [SearchEntry], frequent: [String] = [], opened: [Int: Int] = [:]) throws -> SearchBook {
        SearchBook(
            entries, words: try words(),
            names: [.institution: ["IPS": "Instituto", "X": "Otro"], .topic: ["pensiones": "Pensiones"], .commune: ["13101": "Santiago"]],
            frequent: frequent, opened: opened)
    }

    /// What ships with Ventanilla.
    static func shipped() throws -> SearchBook { try whole.get() }

    private static let whole = Result { try make() }

    private static func make() throws -> SearchBook {
        let catalogue = try ContentTests.catalogue()
        let territory = try Reference.territory()
        let names = Dictionary(uniqueKeysWithValues: catalogue.institutions.map { ($0.key, $0.name) })
        let topics = Dictionary(uniqueKeysWithValues: catalogue.groups.flatMap(\.topics).map { ($0.slug, $0.title) })
        let events = Dictionary(uniqueKeysWithValues: catalogue.lifeEvents.map { ($0.slug, $0.title) })
        let entries =
            catalogue.sheets.map { sheet in
                SearchEntry(
                    sheet, institution: names[sheet.institution] ?? "", topics: sheet.topics.compactMap { topics[$0] },
                    lifeEvents: sheet.lifeEvents.compactMap { events[$0] })
            } + catalogue.lifeEvents.map { SearchEntry($0) } + territory.communes.map { SearchEntry($0) }
            + catalogue.points.map { SearchEntry($0, in: $0.commune.flatMap(territory.commune)) }
        return SearchBook(
            entries, words: try SearchWords(folder: Reference.root + "/Catalogue/search"), names: [.institution: names, .topic: topics])
    }

    static func titles(_ text: String, _ entries: [SearchEntry]) throws -> [String] {
        let results = try book(entries).find(SearchQuery(text))
        return results.shown.map { results.entry($0).title }
    }
}
