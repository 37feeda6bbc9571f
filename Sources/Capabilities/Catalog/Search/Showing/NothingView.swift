import Civic
import Markup
import Web

/// What stands where nothing was found: the words that one might try, moments of life, topics, places and people who answer.
struct NothingView {
    let texts: Texts
    let results: SearchResults
    let address: SearchAddress

    var html: HTML {
        let words = results.filter == SearchFilter() ? results.book.nearWords(results.query.text) : []
        return """
            \(EmptyState.box(
                texts("search.nothing", ["text": String(results.query.text.prefix(60))]),
                "<p>\(results.filter == SearchFilter() ? texts["search.nothing.text"] : texts["search.nothing.filtered"])</p>\(withoutFilters)"))
            \(when: !words.isEmpty, near(words))\
            \(list(texts["search.nothing.lifeEvents"], entries(of: .lifeEvent)))\
            \(topics)
            """
    }

    private var withoutFilters: HTML {
        guard results.filter != SearchFilter() else { return HTML() }
        return "<p><a class=\"button\" href=\"\(address(SearchFilter()))\">\(texts["search.nothing.unfiltered"])</a></p>"
    }

    private func near(_ words: [String]) -> HTML {
        """
        <h2>\(texts["search.nothing.words"])</h2>
        <ul class="chips"\(texts.lang())>
        \(each: words, { "<li><a href=\"\(SearchAddress.of($0, texts))\">\($0)</a></li>\n" })</ul>

        """
    }

    private func entries(of kind: SearchEntry.Kind) -> [(String, String)] {
        results.book.entries.filter { $0.kind == kind }.map { ($0.path, $0.title) }
    }

    private func list(_ title: String, _ links: [(String, String)]) -> HTML {
        guard !links.isEmpty else { return HTML() }
        return """
            <h2>\(title)</h2>
            <ul class="ways"\(texts.lang())>
            \(each: links, { "<li><a href=\"\(texts.address($0.0))\">\($0.1)</a></li>\n" })</ul>

            """
    }

    /// The topics of the sheets that are about the words that look like those typed; none when there are no such words.
    private var topics: HTML {
        let words = results.book.nearWords(results.query.text).joined(separator: " ")
        let near = results.book.find(SearchQuery(words, isLiteral: true)).shown.prefix(10).flatMap { results.entry($0).topics.prefix(1) }
        var seen: Set<String> = []
        let slugs = near.filter { seen.insert($0).inserted }.prefix(4)
        return list(
            texts["search.nothing.topics"],
            slugs.compactMap { slug in results.book.names[.topic]?[slug].map { ("/temas/" + slug, $0) } })
    }
}
