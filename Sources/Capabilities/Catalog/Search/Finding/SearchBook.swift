import Civic
import Searches

/// All that can be found, as it stood at one moment, with its index.
struct SearchBook: Sendable {
    let entries: [SearchEntry]
    let index: SearchIndex
    /// Names by the value that stands in an address.
    let names: [SearchFilter.Part: [String: String]]
    /// What people search for most, the most asked first.
    let frequent: [String]

    init(
        _ entries: [SearchEntry], words: SearchWords, names: [SearchFilter.Part: [String: String]] = [:], frequent: [String] = [],
        opened: [Int: Int] = [:]
    ) {
        self.entries = entries
        self.frequent = frequent
        self.names = names
        index = SearchIndex(
            entries.map { entry in
                SearchDocument(
                    passages: entry.passages, factor: entry.factor, opened: entry.number.flatMap { opened[$0] } ?? 0)
            }, fields: SearchPlace.allCases.map(\.field), lexicon: words.lexicon)
    }

    /// Whether a filter may have this value.
    func isKnown(_ part: SearchFilter.Part, _ value: String) -> Bool {
        switch part {
        case .kind: SearchFilter.Kind(rawValue: value) != nil
        case .medium: Steps.Medium(rawValue: value) != nil
        case .free: value == SearchFilter.yes
        case .topic, .institution, .commune: names[part]?[value] != nil
        }
    }

    func find(_ query: SearchQuery, _ filter: SearchFilter = SearchFilter()) -> SearchResults {
        let findings = index.find(query.text, corrects: !query.isLiteral)
        var found = findings.hits.map(\.document)
        if let commune = filter[.commune] {
            // Who chooses a comuna wants its places, those that answer first.
            let here = entries.indices.filter { entries[$0].commune.map { "\($0)" } == commune }
            found += here.filter { !found.contains($0) }
        }
        return SearchResults(book: self, query: query, filter: filter, findings: findings, found: found)
    }
}

/// What was found, the best first, and how it can be narrowed.
struct SearchResults: Sendable {
    let query: SearchQuery
    let filter: SearchFilter
    let findings: SearchFindings
    /// By their place in the book.
    let shown: [Int]
    /// How many there would be with each value of each part, what else is chosen left as it is.
    let facets: [SearchFilter.Part: [String: Int]]
    let book: SearchBook

    init(book: SearchBook, query: SearchQuery, filter: SearchFilter, findings: SearchFindings, found: [Int]) {
        (self.book, self.query, self.filter, self.findings) = (book, query, filter, findings)
        shown = found.filter { filter.admits(book.entries[$0]) }
        var facets: [SearchFilter.Part: [String: Int]] = [:]
        for part in SearchFilter.Part.allCases {
            let others = filter.without(part)
            for document in found where others.admits(book.entries[document]) {
                for value in SearchFilter.values(of: book.entries[document], part) { facets[part, default: [:]][value, default: 0] += 1 }
            }
        }
        self.facets = facets
    }

    /// What was looked for, corrections in place.
    var text: String { findings.corrections.isEmpty ? query.text : findings.corrected }

    /// The folded words that were looked for, corrections in place.
    var words: String { findings.corrected.foldedWords.joined(separator: " ") }

    /// Whether there was nothing to look for, and nothing was chosen.
    var isBlank: Bool { findings.isEmpty && filter == SearchFilter() }

    func entry(_ document: Int) -> SearchEntry { book.entries[document] }

    /// What says most of what was asked for and stands neither in the title nor in the summary: a sentence, or what people call it.
    func passage(_ document: Int) -> (text: String, isName: Bool)? {
        let entry = book.entries[document]
        let shown = [entry.title, entry.summary ?? ""]
        guard let best = book.index.bestPassage(of: document, for: findings, in: SearchPlace.shown, besides: shown) else { return nil }
        return (entry.passages[best].text, entry.passages[best].field == SearchPlace.otherName.rawValue)
    }
}
