import Civic
import Markup
import Searches
import Web

/// The search: its box, what was found, and what to do when nothing was.
struct SearchView {
    let texts: Texts
    var script: String?

    /// Results on one page.
    static let size = 10

    /// The box with help; `isPersonal` when somebody typed a number that is theirs.
    func start(isPersonal: Bool = false) -> Page {
        Page(
            title: texts["search.title"], summary: texts["search.lead"], path: "/buscar", scripts: scripts,
            main: """
                <div class="wide"><h1>\(texts["search.title"])</h1>
                \(when: isPersonal, "<p class=\"notice\" role=\"alert\">\(texts["search.personal"])</p>\n")\
                \(SearchBox(texts: texts).html)
                <h2>\(texts["search.help"])</h2>
                <ul class="plain">
                \(each: texts.items(of: "search.hints"), { "<li>\($0)</li>\n" })</ul>
                \(ways)</div>
                """)
    }

    func results(_ results: SearchResults, page number: Int) -> Page {
        let address = SearchAddress(texts: texts, results: results)
        let turn = SearchTurn(results, page: number)
        let views = ResultViews(texts: texts, results: results)
        let short = String(results.text.prefix(60))
        let title = short.isEmpty ? texts["search.title"] : texts("search.results", ["text": short])
        return Page(
            title: turn.number == 1 ? title : texts("search.turn", ["title": title, "number": texts.number(turn.number)]), path: "/buscar",
            scripts: scripts,
            main: """
                <div class="wide"><h1>\(texts["search.title"])</h1>
                \(SearchBox(texts: texts, value: results.query.text).html)
                \(correction(results, address))\
                \(results.shown.isEmpty ? NothingView(texts: texts, results: results, address: address).html : heading(results, short))\
                \(when: !results.shown.isEmpty || results.filter != SearchFilter(), FilterViews(texts: texts, results: results, address: address).html)\
                \(when: !turn.documents.isEmpty, "<ul class=\"sheets found\">\n\(each: turn.documents, { views.item($0) })</ul>\n")\
                \(Pagination.nav(turn.number, of: turn.last, texts: texts) { address(page: $0) })\
                \(similar(results))\
                \(when: results.shown.count < 4, ways)</div>
                """)
    }

    private var scripts: [String] { [script].compactMap(\.self) }

    private func heading(_ results: SearchResults, _ short: String) -> HTML {
        let count = results.shown.count
        if short.isEmpty { return "<h2>\(texts("search.count.all", count: count))</h2>\n" }
        if results.findings.isComplete || results.filter[.commune] != nil {
            return "<h2>\(texts("search.count", count: count, ["text": short]))</h2>\n"
        }
        return """
            <h2>\(texts("search.partly", ["text": short]))</h2>
            <p>\(texts["search.partly.text"])</p>

            """
    }

    /// What was taken for what, and the way to the words as they were typed.
    private func correction(_ results: SearchResults, _ address: SearchAddress) -> HTML {
        guard !results.findings.corrections.isEmpty else { return HTML() }
        let typed = String(results.query.text.prefix(60))
        return """
            <p class="notice">\(texts["search.corrected"]) <strong\(texts.lang())>\(results.findings.corrected.prefix(60))</strong>. \
            <a href="\(address(isLiteral: true))">\(texts("search.corrected.instead", ["text": typed]))</a></p>

            """
    }

    private func similar(_ results: SearchResults) -> HTML {
        let others = results.book.similar(to: results)
        guard !others.isEmpty else { return HTML() }
        return """
            <h2>\(texts["search.similar"])</h2>
            <ul class="chips"\(texts.lang())>
            \(each: others, { "<li><a href=\"\(SearchAddress.of($0, texts))\">\($0)</a></li>\n" })</ul>

            """
    }

    /// The other ways to what one needs.
    private var ways: HTML {
        """
        <h2>\(texts["search.ways"])</h2>
        <ul class="ways">
        <li><a href="\(texts.address("/temas"))">\(texts["search.ways.topics"])</a></li>
        <li><a href="\(texts.address("/lugares"))">\(texts["search.ways.places"])</a></li>
        <li><a href="tel:101">\(texts["search.ways.phone"])</a></li>
        </ul>
        """
    }
}

/// One page of the results: a number beyond the last is the last.
struct SearchTurn {
    let number: Int
    let last: Int
    let documents: [Int]

    init(_ results: SearchResults, page: Int) {
        last = max(1, (results.shown.count + SearchView.size - 1) / SearchView.size)
        number = min(max(page, 1), last)
        documents = Array(results.shown.dropFirst((number - 1) * SearchView.size).prefix(SearchView.size))
    }
}
