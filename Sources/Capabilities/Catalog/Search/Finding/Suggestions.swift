import Civic
import Searches

/// What somebody may be about to ask for.
struct Suggestion: Sendable, Hashable {
    enum Kind: Sendable, Hashable {
        case sheet, lifeEvent, commune
        /// What many have asked.
        case query
    }

    let kind: Kind
    let title: String
    /// Without a language.
    let path: String
}

extension SearchBook {
    /// The most that are given.
    static let mostSuggestions = 8

    /// What goes on from these words: what many asked, then what can be found, the best first. Nothing for a number of a person.
    func suggestions(for typed: String) -> [Suggestion] {
        let query = SearchQuery(typed)
        let words = query.text.foldedWords
        guard !query.isPersonal, words.contains(where: { $0.count >= 2 }) else { return [] }
        let beginning = words.joined(separator: " ")
        let asked = frequent.filter { $0.hasPrefix(beginning) && $0 != beginning }.prefix(2).map {
            Suggestion(kind: .query, title: $0, path: "/buscar?q=" + $0.queryEscaped)
        }
        let findings = index.find(query.text, isOpen: true)
        let found = findings.hits.lazy.compactMap { hit -> Suggestion? in
            let entry = entries[hit.document]
            return switch entry.kind {
            case .sheet: Suggestion(kind: .sheet, title: entry.title, path: entry.path)
            case .lifeEvent: Suggestion(kind: .lifeEvent, title: entry.title, path: entry.path)
            case .commune: Suggestion(kind: .commune, title: entry.title, path: entry.path)
            case .point: nil
            }
        }
        let near = Array(found.prefix(30))
        var first = Array(near.prefix(Self.mostSuggestions - asked.count))
        // What happened to somebody leads further than one sheet of many.
        if !first.contains(where: { $0.kind == .lifeEvent }), let event = near.first(where: { $0.kind == .lifeEvent }) {
            first[first.count - 1] = event
        }
        return asked + first
    }

    /// Other searches near this one: what many asked, and what people call the first results. Those on the page are not repeated.
    func similar(to results: SearchResults, most: Int = 6) -> [String] {
        let asked = Set(results.query.text.foldedWords)
        let many = frequent.filter { !Set($0.foldedWords).isDisjoint(with: asked) }
        let names = results.shown.prefix(5).flatMap { document in
            entries[document].otherNames.filter { name in name.contains(where: \.isLetter) }.prefix(2)
        }
        var seen = Set([results.words, results.query.text.foldedWords.joined(separator: " ")])
        return Array((many.prefix(3) + names).filter { seen.insert($0.foldedWords.joined(separator: " ")).inserted }.prefix(most))
    }

    /// Words of the catalogue that look or sound like those that were typed.
    func nearWords(_ text: String) -> [String] { index.near(text, most: 6) }
}
