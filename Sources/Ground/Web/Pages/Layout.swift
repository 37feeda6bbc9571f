import Civic
import Markup

/// The house around each page: the way to skip to the content, the mark, the navigation, the notice of a demonstration, the foot.
public struct Layout: Sendable {
    let texts: Texts
    let navigation: [Link]
    let own: Link?
    let foot: [Link]
    let languages: [Texts]
    let stylesheets: [String]
    let script: String?
    /// Who answers for the site, when it is an official one.
    let operatorName: String?
    let isDemonstration: Bool
    let alternates: [Alternate]
    /// The public beginning of addresses, without a slash at its end; nil when the settings name none.
    public let baseURL: String?
    private(set) var theme: String?

    /// `navigation`, `own` (the way to the visitor's own place) and `foot` have the addresses of this language. `languages` are all of the
    /// site; `stylesheets` and `script` are paths of our own files, `theme` that of a style sheet after them which changes their colours; `operatorName` is the institution whose
    /// official site this is, nil while it is nobody's; `alternates` are of the site as a whole (its feed); `baseURL` is the public beginning
    /// of addresses, without a slash at its end.
    public init(
        texts: Texts, navigation: [Link], own: Link? = nil, foot: [Link] = [], languages: [Texts] = [], stylesheets: [String],
        script: String? = nil, theme: String? = nil, operatorName: String? = nil, isDemonstration: Bool, alternates: [Alternate] = [],
        baseURL: String? = nil
    ) {
        self.texts = texts
        self.navigation = navigation
        self.own = own
        self.foot = foot
        self.languages = languages
        self.stylesheets = stylesheets
        self.script = script
        self.theme = theme
        self.operatorName = operatorName
        self.isDemonstration = isDemonstration
        self.alternates = alternates
        self.baseURL = baseURL
    }

    /// The same house in the colours of another theme.
    func themed(_ theme: String?) -> Layout {
        var other = self
        other.theme = theme
        return other
    }

    /// The whole document.
    public func document(_ page: Page) -> HTML {
        let name = texts["site.name"]
        let said = page.isRefused ? texts("form.wrong", ["page": page.title]) : page.title
        let title = page.path == "/" ? said : "\(said) · \(name)"
        return """
            <!doctype html>
            <html lang="\(texts.language)"\(Attribute("class", page.isLarge ? "text-2" : nil))>
            <head>
            <meta charset="utf-8">
            <meta name="viewport" content="width=device-width, initial-scale=1">
            <title>\(title)</title>
            \(with: page.summary, { "<meta name=\"description\" content=\"\($0)\">\n" })\(addresses(page))\(when: page.isPaper, "<meta name=\"robots\" content=\"noindex\">\n")\
            <meta name="color-scheme" content="light dark">
            \(with: script, { "<script src=\"\($0)\"></script>\n" })\
            \(each: stylesheets + [theme].compactMap(\.self) + page.stylesheets, { "<link rel=\"stylesheet\" href=\"\($0)\">\n" })\
            <link rel="icon" href="/favicon.svg" type="image/svg+xml">
            \(each: page.alternates + alternates, { "<link rel=\"alternate\" type=\"\($0.type)\" title=\"\($0.title)\" href=\"\($0.address)\">\n" })\
            \(each: page.scripts, { "<script type=\"module\" src=\"\($0)\"></script>\n" })\
            \(each: page.data, { "\(HTML(linkedData: $0))\n" })\
            </head>
            <body>
            <a class="skip" href="#contenido">\(texts["site.skip"])</a>
            \(notice)\
            \(page.isPaper ? letterhead : "\(strip(page))\(header(page))\n\(within(page))\(trail(page))")\
            <main id="contenido" tabindex="-1">
            \(page.main)
            </main>
            \(when: !page.isPaper, footer(page))
            </body>
            </html>

            """
    }

    /// The true address of the page, and the same page in every language.
    private func addresses(_ page: Page) -> HTML {
        guard let baseURL, let path = page.path else { return HTML() }
        return """
            <link rel="canonical" href="\(baseURL + texts.address(path))">
            \(each: languages.count > 1 ? languages.map { ($0.language, $0.address(path)) } + [("x-default", path)] : [], {
                "<link rel=\"alternate\" hreflang=\"\($0.0)\" href=\"\(baseURL + $0.1)\">\n"
            })
            """
    }

    private func header(_ page: Page) -> HTML {
        """
        <header class="top"><div class="wide">
        <a class="brand" href="\(texts.address("/"))"\(current(texts.address("/"), page))>\(Self.mark)<span>\(texts["site.name"])</span></a>
        <nav\(Attribute("class", isInside(page) ? "outer" : nil)) aria-label="\(texts["site.navigation"])">\(ways(page.isApart ? page.within : navigation, page))</nav>
        \(with: page.isApart ? nil : own, { "<a class=\"own\" href=\"\($0.address)\"\(current($0.address, page))>\($0.words)</a>\n" })\
        </div></header>
        """
    }

    private func trail(_ page: Page) -> HTML {
        guard !page.trail.isEmpty else { return HTML() }
        return "<div class=\"wide\">\(Breadcrumb.trail(page.trail, texts: texts))</div>\n"
    }

    private func footer(_ page: Page) -> HTML {
        """
        <footer class="foot"><div class="wide">
        <p><strong>\(texts["foot.phone"])</strong> <a href="tel:101">101</a> \(texts["foot.phone.hours"])</p>
        \(when: !foot.isEmpty, footLinks(page))\
        <p>\(operatorName.map { texts("foot.operator", ["name": $0]) } ?? texts["foot.unofficial"]) \(texts["foot.about"])</p>
        </div></footer>
        """
    }

    private func footLinks(_ page: Page) -> HTML {
        """
        <nav aria-label="\(texts["foot.navigation"])"><ul>
        \(each: foot, { "<li><a href=\"\($0.address)\"\(current($0.address, page))>\($0.words)</a></li>\n" })</ul></nav>

        """
    }

    func current(_ address: String, _ page: Page) -> Attribute {
        Attribute("aria-current", page.path.map(texts.address) == address ? "page" : nil)
    }

    /// The arch with its counter line.
    public static let mark: HTML = """
        <svg class="mark" viewBox="0 0 32 32" width="32" height="32" aria-hidden="true" focusable="false">\
        <path d="M7 23V14a9 9 0 0 1 18 0v9" fill="none" stroke="currentColor" stroke-width="3"/>\
        <path d="M3 25.5h26" stroke="currentColor" stroke-width="3" stroke-linecap="round"/></svg>
        """
}
