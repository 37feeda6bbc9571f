import Civic
import Markup

extension Layout {
    /// That it is a demonstration, or nobody's official site: on every page, before anything else.
    var notice: HTML {
        if isDemonstration { return "<p class=\"demo\" role=\"note\"><strong>\(texts["demo.title"])</strong> \(texts["demo.text"])</p>\n" }
        return operatorName == nil ? "<p class=\"demo\" role=\"note\">\(texts["demo.unofficial"])</p>\n" : HTML()
    }

    /// Above the header: how the page looks (only where its script runs), and the other languages.
    func strip(_ page: Page) -> HTML {
        guard languages.count > 1 || script != nil else { return HTML() }
        return """
            <div class="strip"><div class="wide">
            \(when: script != nil, tools)\
            \(when: languages.count > 1, otherLanguages(page))\
            </div></div>

            """
    }

    /// Whether the page has a row of ways of its own under the header.
    func isInside(_ page: Page) -> Bool { !page.within.isEmpty && !page.isApart }

    /// Under the header: the ways within a part of the site, the one that people are in marked. Where the screen is narrow they
    /// fold, all but the last, which leads out.
    func within(_ page: Page) -> HTML {
        guard isInside(page) else { return HTML() }
        return """
            <div class="top within"><div class="wide">
            <nav class="broad" aria-label="\(texts["site.within"])">\(ways(page.within, page))</nav>
            <div class="narrow"><details><summary>\(texts["site.menu"])</summary>
            <nav aria-label="\(texts["site.within"])">\(ways(page.within.dropLast(), page))</nav></details>
            \(with: page.within.last, { "<a class=\"own\" href=\"\($0.address)\"\(current($0.address, page))>\($0.words)</a>" })</div>
            </div></div>

            """
    }

    func ways(_ links: some Sequence<Link>, _ page: Page) -> HTML {
        "<ul>\n\(each: links, { "<li><a href=\"\($0.address)\"\(current($0.address, page))>\($0.words)</a></li>\n" })</ul>"
    }

    /// On paper: who says this.
    var letterhead: HTML {
        "<header class=\"letterhead\"><div class=\"wide\">\(Self.mark)<span>\(texts["site.name"])</span></div></header>\n"
    }

    private var tools: HTML {
        let sizes = [("0", texts["view.text.0"]), ("1", texts["view.text.1"]), ("2", texts["view.text.2"])]
        return """
            <div class="tools" role="group" aria-label="\(texts["view.label"])" hidden>
            \(each: sizes, { "<button type=\"button\" data-text=\"\($0.0)\"><span aria-hidden=\"true\">A</span><span class=\"sr\">\($0.1)</span></button>\n" })\
            <button type="button" data-contrast="1">\(texts["view.contrast"])</button>
            </div>

            """
    }

    /// A page that is found nowhere (an error) leads to the home of the other language.
    private func otherLanguages(_ page: Page) -> HTML {
        """
        <nav aria-label="\(texts["language.choose"])"><ul class="languages">
        \(each: languages.filter { $0.language != texts.language }, { other in
            "<li><a href=\"\(other.address(page.path ?? page.place ?? "/"))\" lang=\"\(other.language)\" hreflang=\"\(other.language)\">\(other.languageName)</a></li>\n"
        })</ul></nav>

        """
    }
}

extension Texts {
    /// The language of a piece of the page, where it is not that of the page: content is in the language in which it was written.
    public func lang(of content: String = Languages.source) -> Attribute {
        Attribute("lang", content == language ? nil : content)
    }

    /// Content among words of the page: as it is, or in a piece of its own that says its language.
    public func content(_ text: String) -> HTML { content(HTML(text: text)) }

    /// The same of content that has marks of its own.
    public func content(_ html: HTML) -> HTML {
        language == Languages.source ? html : "<span\(lang())>\(html)</span>"
    }
}
