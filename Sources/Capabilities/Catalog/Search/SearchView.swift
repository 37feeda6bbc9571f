import Civic
import Markup
import Web

/// The search: its box, what was found, and what to do when nothing was.
struct SearchView {
    let texts: Texts

    /// Results on one page.
    static let size = 20

    /// The box with help; `isPersonal` when somebody typed a number that is theirs.
    func start(isPersonal: Bool = false) -> Page {
        Page(
            title: texts["search.title"], summary: texts["search.lead"], path: "/buscar",
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

    func results(_ findings: SearchIndex.Findings, page number: Int) -> Page {
        let count = findings.entries.count
        let pages = max(1, (count + Self.size - 1) / Self.size)
        let number = min(max(number, 1), pages)
        let shown = findings.entries.dropFirst((number - 1) * Self.size).prefix(Self.size)
        let short = String(findings.query.text.prefix(60))
        return Page(
            title: texts("search.results", ["text": short]), path: "/buscar",
            main: """
                <div class="wide"><h1>\(texts["search.title"])</h1>
                \(SearchBox(texts: texts, value: findings.query.text).html)
                \(findings.entries.isEmpty ? nothing(short) : heading(findings, short, count))\
                <ul class="sheets found">
                \(each: shown, { entry($0, Marking(words: findings.marked)) })</ul>
                \(turning(findings.query.text, number, pages))\
                \(when: findings.entries.count < 4, ways)</div>
                """)
    }

    private func heading(_ findings: SearchIndex.Findings, _ short: String, _ count: Int) -> HTML {
        if findings.isComplete { return "<h2>\(texts("search.count", count: count, ["text": short]))</h2>\n" }
        return """
            <h2>\(texts("search.partly", ["text": short]))</h2>
            <p>\(texts["search.partly.text"])</p>

            """
    }

    private func nothing(_ short: String) -> HTML {
        """
        <h2>\(texts("search.nothing", ["text": short]))</h2>
        <p>\(texts["search.nothing.text"])</p>

        """
    }

    private func entry(_ entry: SearchEntry, _ marking: Marking) -> HTML {
        """
        <li><a href="\(texts.address(entry.path))"\(entry.kind == .commune ? nil : texts.lang())>\(marking(entry.title))</a>
        <p><span class="kind">\(kind(entry.kind))</span>\(with: entry.summary, { " · \(texts.content(marking($0)))" })</p></li>

        """
    }

    private func kind(_ kind: SearchEntry.Kind) -> String {
        switch kind {
        case .sheet(.benefit): texts["sheet.kind.benefit"]
        case .sheet(.procedure): texts["sheet.kind.procedure"]
        case .sheet(.information): texts["sheet.kind.information"]
        case .commune: texts["search.kind.commune"]
        case .point: texts["search.kind.point"]
        }
    }

    private func turning(_ text: String, _ number: Int, _ pages: Int) -> HTML {
        let query = text.queryEscaped
        return Pagination.nav(number, of: pages, texts: texts) { page in
            texts.address("/buscar") + "?q=\(query)" + (page > 1 ? "&pagina=\(page)" : "")
        }
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

extension String {
    /// As it stands in the query of an address (RFC 3986 section 3.4): letters and digits, the rest escaped.
    var queryEscaped: String {
        utf8.map { byte in
            let isPlain = (0x30...0x39).contains(byte) || (0x41...0x5A).contains(byte) || (0x61...0x7A).contains(byte)
            return isPlain ? String(UnicodeScalar(byte)) : "%" + (byte < 16 ? "0" : "") + String(byte, radix: 16, uppercase: true)
        }.joined()
    }
}
