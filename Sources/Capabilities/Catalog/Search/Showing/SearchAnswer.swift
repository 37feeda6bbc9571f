import Civic
import Searches

/// Results as programs read them.
struct SearchAnswer: Encodable {
    struct Item: Encodable {
        let kind: String
        let title: String
        let summary: String?
        let address: String
        /// What says most of what was asked for, when title and summary do not.
        let passage: String?
    }

    struct Facet: Encodable {
        let value: String
        let name: String
        let count: Int
    }

    let query: String
    /// How many were found, on all pages.
    let total: Int
    let page: Int
    let pages: Int
    /// The query as it was understood, where words were taken for others.
    let corrected: String?
    let items: [Item]
    let facets: [String: [Facet]]

    init(_ results: SearchResults, page: Int, texts: Texts) {
        let turn = SearchTurn(results, page: page)
        query = results.query.text
        total = results.shown.count
        (self.page, pages) = (turn.number, turn.last)
        corrected = results.findings.corrections.isEmpty ? nil : results.findings.corrected
        items = turn.documents.map { document in
            let entry = results.entry(document)
            return Item(
                kind: Self.kind(entry.kind), title: texts.title(of: entry), summary: entry.summary, address: texts.address(entry.path),
                passage: results.passage(document)?.text)
        }
        let views = FilterViews(texts: texts, results: results, address: SearchAddress(texts: texts, results: results))
        facets = Dictionary(
            uniqueKeysWithValues: SearchFilter.Part.allCases.map { part in
                (part.rawValue, views.choices(part).filter { $0.count > 0 }.map { Facet(value: $0.value, name: $0.words, count: $0.count) })
            })
    }

    enum CodingKeys: CodingKey { case query, total, page, pages, corrected, items, facets }

    /// `corrected` is always there, null where nothing was corrected.
    func encode(to encoder: any Encoder) throws {
        var object = encoder.container(keyedBy: CodingKeys.self)
        try object.encode(query, forKey: .query)
        try object.encode(total, forKey: .total)
        try object.encode(page, forKey: .page)
        try object.encode(pages, forKey: .pages)
        try object.encode(corrected, forKey: .corrected)
        try object.encode(items, forKey: .items)
        try object.encode(facets, forKey: .facets)
    }

    private static func kind(_ kind: SearchEntry.Kind) -> String {
        switch kind {
        case .sheet(let sheet): sheet.rawValue
        case .lifeEvent: "life-event"
        case .commune: "commune"
        case .point: "point"
        }
    }
}

/// Suggestions as the search box reads them.
struct SuggestionAnswer: Encodable {
    struct Item: Encodable {
        let title: String
        let kind: String
        let address: String
    }

    let suggestions: [Item]

    init(_ suggestions: [Suggestion], texts: Texts) {
        self.suggestions = suggestions.map { suggestion in
            let title = suggestion.kind == .commune ? texts("points.of", ["place": suggestion.title]) : suggestion.title
            return Item(title: title, kind: texts.kind(suggestion.kind), address: texts.address(suggestion.path))
        }
    }
}
