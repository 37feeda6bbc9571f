import Civic
import Markup

/// The index of the kit, and a page for each family of components.
struct KitViews: Sendable {
    let texts: Texts
    let families: [Family]
    let themes: [String]
    let baseURL: String?
    /// The address of the module that makes sections tabs.
    let script: String
    /// The address of the sheet that frames what is shown.
    let stylesheet: String

    static func path(theme: String) -> String { "/kit/tema/" + theme }

    /// With a theme it is the same page in other colours.
    func index(theme: String? = nil) -> Page {
        let title = theme.map { texts("kit.theme.title", ["theme": $0]) } ?? texts["kit.title"]
        let places = families.map { (Link(texts.address($0.path), texts[$0.title]), texts[$0.summary]) }
        let tokens = [
            (Link(texts.address(KitFormPages.path), texts["kit.form.title"]), texts["kit.form.lead"]),
            (Link(texts.address(KitFigurePages.path), texts["kit.figures.title"]), texts["kit.figures.lead"]),
            (Link(texts.address(ColourViews.path), texts["kit.colours.title"]), texts["kit.colours.summary"]),
            (Link(texts.address(MeasureViews.path), texts["kit.measures.title"]), texts["kit.measures.summary"]),
        ]
        return Page(
            title: title, summary: texts["kit.summary"], path: theme.map(Self.path) ?? "/kit",
            trail: [Link(texts.address("/"), texts["site.name"])] + (theme == nil ? [] : [Link(texts.address("/kit"), texts["kit.title"])]),
            stylesheets: [stylesheet],
            main: """
                <div class="wide">
                <h1>\(title)</h1>
                <p class="lead">\(texts[theme == nil ? "kit.lead" : "kit.theme.lead"])</p>
                \(theme == nil ? HTML() : samples)\
                <h2>\(texts["kit.families"])</h2>
                \(Card.list(places + tokens))
                \(UseViews(texts: texts, themes: themes, theme: theme, baseURL: baseURL).sections)
                </div>
                """)
    }

    func page(_ family: Family) -> Page {
        Page(
            title: "\(texts[family.title]) · \(texts["kit.title"])", summary: texts[family.summary], path: family.path,
            trail: [Link(texts.address("/"), texts["site.name"]), Link(texts.address("/kit"), texts["kit.title"])],
            stylesheets: [stylesheet],
            main: """
                <div class="wide">
                <h1>\(texts[family.title])</h1>
                <p class="lead">\(texts[family.summary])</p>
                <nav aria-label="\(texts["kit.onThisPage"])"><ul class="ways">
                \(each: family.exhibits, { "<li><a href=\"#\($0.id)\">\(texts[$0.title])</a></li>\n" })</ul></nav>
                \(each: family.exhibits, exhibit)\
                </div>
                <script type="module" src="\(script)"></script>
                """)
    }

    private func exhibit(_ exhibit: Exhibit) -> HTML {
        """
        <section aria-labelledby="\(exhibit.id)">
        <h2 id="\(exhibit.id)">\(texts[exhibit.title])</h2>
        <div class="specimen">
        \(exhibit.specimen)
        </div>
        <details><summary>\(texts["kit.markup"])</summary>
        \(Self.code(exhibit.specimen.string, label: texts("kit.markup.label", ["name": texts[exhibit.title]])))
        </details>
        <dl class="advice">
        <div><dt>\(texts["kit.use"])</dt><dd>\(texts[exhibit.use])</dd></div>
        <div><dt>\(texts["kit.avoid"])</dt><dd>\(texts[exhibit.avoid])</dd></div>
        <div><dt>\(texts["kit.access"])</dt><dd>\(texts[exhibit.access])</dd></div>
        </dl>
        </section>

        """
    }

    /// One piece of each kind, to see a theme at once.
    private var samples: HTML {
        let shown = ["botones", "campo", "aviso", "etiqueta", "arcos", "confirmacion"]
        return """
            <div class="specimen">
            \(each: families.flatMap(\.exhibits).filter { shown.contains($0.id) }, { "\($0.specimen)\n" })</div>

            """
    }

    /// Code to copy, in a frame of its own that a keyboard can scroll.
    static func code(_ text: String, label: String) -> HTML {
        "<pre class=\"markup\" tabindex=\"0\" role=\"region\" aria-label=\"\(label)\"><code>\(text)</code></pre>"
    }
}
