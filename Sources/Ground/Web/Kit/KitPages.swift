import Civic
import Hummingbird
import Markup

/// The pages that show the design kit, and the files that other sites build with.
public struct KitPages: Sendable {
    private let pages: Pages
    private let assets: Assets
    private let views: KitViews
    private let colours: ColourViews
    private let measures: MeasureViews

    /// Throws `AssetsFault` when a file of the kit is missing.
    public init(_ pages: Pages, assets: Assets) throws {
        self.pages = pages
        self.assets = assets
        let texts = pages.texts
        let kit = Stylesheet(try assets.text(of: "kit.css"))
        let themes = try assets.themes.map { name in
            (name, Palette([kit, Stylesheet(try assets.text(of: "themes/\(name).css"))]))
        }
        views = KitViews(
            texts: texts, families: Family.all(texts), themes: assets.themes, baseURL: pages.layout.baseURL,
            script: assets.address(of: "sections.js"), stylesheet: assets.address(of: "specimens.css"))
        colours = ColourViews(texts: texts, palettes: [(texts["kit.theme.own"], Palette([kit]))] + themes)
        measures = MeasureViews(texts: texts, sheet: kit)
    }

    /// The files of the kit at addresses that stay, for the sites of others.
    public static func mountFiles(_ assets: Assets, on router: WebRouter) throws {
        for (path, name) in [("ventanilla.css", "kit.css"), ("sections.js", "sections.js"), ("toolbar.js", "toolbar.js")] {
            let file = try assets.open(name)
            router.get("/kit/\(path)") { request, _ in file.response(to: request) }
        }
    }

    public func mount(on router: PageRoutes) throws {
        show("/kit", on: router) { views.index() }
        for family in views.families { show(family.path, on: router) { views.page(family) } }
        show(ColourViews.path, on: router) { colours.page }
        show(MeasureViews.path, on: router) { measures.page }
        for theme in views.themes {
            let themed = pages.themed(try assets.theme(theme))
            show(KitViews.path(theme: theme), on: router, themed) { views.index(theme: theme) }
        }
    }

    private func show(_ path: String, on router: PageRoutes, _ other: Pages? = nil, _ page: @escaping @Sendable () -> Page) {
        let pages = other ?? pages
        router.get(RouterPath(path)) { request, context in
            try await pages.show(request, context, topics: []) { page() }
        }
    }
}

extension Assets {
    /// The files of `Public/`, with the style sheet of the kit, `kit.css`, made of its two parts. Throws `AssetsFault` as ``init(folder:)``.
    public static func withKit(folder: String) throws -> Assets {
        var assets = try Assets(folder: folder)
        try assets.bundle(["ventanilla.css", "components.css"], as: "kit.css")
        return assets
    }
}
