import Civic
import Markup
import Searches
import Web

/// Results as they stand in the list, with the words that were asked for marked.
struct ResultViews {
    let texts: Texts
    let results: SearchResults

    func item(_ document: Int) -> HTML {
        let entry = results.entry(document)
        let isOurs = entry.kind == .commune
        return """
            <li><a href="\(texts.address(entry.path))"\(isOurs ? nil : texts.lang())>\(marked(texts.title(of: entry)))</a>
            <p><span class="kind">\(texts.kind(entry.kind))</span>\(with: entry.summary, { " · \(texts.content(marked($0)))" })</p>\
            \(with: results.passage(document), { passage($0.text, isName: $0.isName) })</li>

            """
    }

    private func passage(_ text: String, isName: Bool) -> HTML {
        if !isName { return "<p class=\"passage\"\(texts.lang())>\(marked(text))</p>" }
        return "<p class=\"passage\">\(texts["search.alsoKnownAs"]) <span\(texts.lang())>\(marked(text))</span></p>"
    }

    /// Words are marked by their stems: who asks for `pensiones` sees `pensión` marked.
    func marked(_ text: String) -> HTML {
        var html = HTML()
        var at = text.startIndex
        for range in results.book.index.marks(in: text, for: results.findings) {
            html.append("\(text[at..<range.lowerBound])<mark>\(text[range])</mark>")
            at = range.upperBound
        }
        html.append("\(text[at...])")
        return html
    }
}

extension Texts {
    func title(of entry: SearchEntry) -> String {
        entry.kind == .commune ? self("points.of", ["place": entry.title]) : entry.title
    }

    func kind(_ kind: SearchEntry.Kind) -> String {
        switch kind {
        case .sheet(.benefit): self["sheet.kind.benefit"]
        case .sheet(.procedure): self["sheet.kind.procedure"]
        case .sheet(.information): self["sheet.kind.information"]
        case .lifeEvent: self["search.kind.lifeEvent"]
        case .commune: self["search.kind.commune"]
        case .point: self["search.kind.point"]
        }
    }

    func kind(_ kind: Suggestion.Kind) -> String {
        switch kind {
        case .sheet: self["search.kind.sheet"]
        case .lifeEvent: self["search.kind.lifeEvent"]
        case .commune: self["search.kind.commune"]
        case .query: self["search.kind.query"]
        }
    }
}
