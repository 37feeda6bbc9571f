import Civic
import Markup

/// How another site builds with the kit: the files to link, the classes of the whole page, and its own colours.
struct UseViews {
    let texts: Texts
    let themes: [String]
    /// The theme that the page is shown in; nil for the site's own.
    let theme: String?
    let baseURL: String?

    var sections: HTML {
        """
        <section aria-labelledby="usar"><h2 id="usar">\(texts["kit.use.title"])</h2>
        <p>\(texts["kit.use.link"])</p>
        \(KitViews.code("<link rel=\"stylesheet\" href=\"\(base)/kit/ventanilla.css\">", label: texts["kit.use.link"]))
        <p>\(texts["kit.use.markup"])</p>
        <p>\(texts["kit.use.scripts"])</p>
        \(KitViews.code(scripts, label: texts["kit.use.scripts"]))
        </section>
        <section aria-labelledby="clases"><h2 id="clases">\(texts["kit.use.classes"])</h2>
        <p>\(texts["kit.use.classes.lead"])</p>
        \(classes)
        </section>
        <section aria-labelledby="identidad"><h2 id="identidad">\(texts["kit.use.theme"])</h2>
        <p>\(texts["kit.use.theme.text"])</p>
        \(KitViews.code(Self.example, label: texts["kit.use.theme"]))
        \(Buttons.row(ways))
        </section>
        """
    }

    private var base: String { baseURL ?? "https://ventanilla.example" }

    private var scripts: String {
        ["sections.js", "toolbar.js"].map { "<script type=\"module\" src=\"\(base)/kit/\($0)\"></script>" }.joined(separator: "\n")
    }

    private var classes: HTML {
        let rows: [(String, TextKey)] = [
            ("contrast", "kit.use.class.contrast"), ("text-1", "kit.use.class.text1"), ("text-2", "kit.use.class.text2"),
            ("kiosk", "kit.use.class.kiosk"),
        ]
        return DataTable.framed(
            id: "clases-tabla", caption: texts["kit.use.classes.table"],
            columns: [.init(texts["kit.use.class"]), .init(texts["kit.use.effect"])],
            rows: rows.map { ["<code>\($0.0)</code>", HTML(text: texts[$0.1])] })
    }

    private var ways: [HTML] {
        (theme == nil ? [] : [Buttons.link(Link(texts.address("/kit"), texts["kit.use.theme.own"]), .second)])
            + themes.filter { $0 != theme }.map { name in
                Buttons.link(Link(texts.address(KitViews.path(theme: name)), texts("kit.use.theme.other", ["theme": name])), .second)
            }
    }

    /// Only for those who did not ask for more contrast: theirs are the kit's own colours.
    static let example = """
        :root { --corner: 0px; }
        @media (prefers-contrast: no-preference) {
          :root { --sea: #00695C; --pressed: #00332C; --copper: #8A3B12; }
        }
        @media (prefers-contrast: no-preference) and (prefers-color-scheme: dark) {
          :root { --sea: #6FD3C4; --pressed: #A6E8DE; --copper: #F2A984; }
        }
        """
}
