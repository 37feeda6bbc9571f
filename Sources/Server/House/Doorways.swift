import Catalog
import Civic
import Portal
import Ports
import Storage
import Web

extension House {
    /// Every route of the house in every language, with the pages that answer what goes wrong.
    func doorways(
        _ cache: PageCache, visits: Visits, tallies: Tallies, news: Newsroom, measures: PrometheusRegistry, isDemonstration: Bool
    ) throws -> (router: WebRouter, failures: FailurePages) {
        let languages = try Languages(folder: settings.path("Texts"))
        let assets = try Assets.withKit(folder: settings.path("Public"))
        let router = WebRouter.forPages()
        let database = database
        assets.mount(on: router)
        try KitPages.mountFiles(assets, on: router)
        Doors(measures: measures, isDemonstration: isDemonstration) { try await database.ping() }.mount(on: router)
        let pages = try languages.all.map { texts in
            Pages(
                layout: try layout(texts, languages, assets, isDemonstration: isDemonstration), cache: cache,
                footfall: Footfall(visits, clock: clock), log: log)
        }
        news.mount(on: router)
        let forms = forms()
        let codes = RateLimit(perMinute: settings.limits.formsPerMinute, burst: settings.limits.formsPerMinute)
        for pages in pages { try mount(pages, assets, forms, tallies, codes, on: router.part(in: pages.texts)) }
        return (router, FailurePages(pages, source: pages[0], languages: languages))
    }

    /// The pages of one language.
    private func mount(_ pages: Pages, _ assets: Assets, _ forms: Forms, _ tallies: Tallies, _ codes: RateLimit, on router: PageRoutes)
        throws
    {
        try KitPages(pages, assets: assets).mount(on: router)
        HomePages(pages, shelves: shelves).mount(on: router)
        GuidePages(pages, callCentre: callCentre(pages.texts)).mount(on: router)
        StatusPages(pages, report: statusReport, script: assets.address(of: "status.js"), clock: clock).mount(on: router)
        SheetPages(pages, desk: SheetDesk(database), tallies: tallies, clock: clock).mount(on: router)
        OpinionPages(
            pages, forms: forms, sheets: SheetDesk(database), desk: OpinionDesk(database, keyring: keyring, clock: clock)
        ).mount(on: router)
        KitFormPages(pages, forms: forms, database: database).mount(on: router)
        KitFigurePages(pages) { [settings] in
            try FigureSamples(folder: settings.path("Catalogue/territory"), texts: pages.texts)
        }.mount(on: router)
        PointPages(pages, desk: PointDesk(database), territory: territory, holidays: holidays, clock: clock).mount(on: router)
        SearchPages(pages, desk: search).mount(on: router)
        mountHandoff(pages, forms, codes, on: router)
    }

    private func layout(_ texts: Texts, _ languages: Languages, _ assets: Assets, isDemonstration: Bool) throws -> Layout {
        Layout(
            texts: texts,
            navigation: [
                Link(texts.address("/temas"), texts["topics.title"]), Link(texts.address("/lugares"), texts["navigation.places"]),
                Link(texts.address("/ayuda"), texts["help.title"]),
            ],
            foot: [
                Link(texts.address("/ayuda"), texts["help.title"]), Link(texts.address("/accesibilidad"), texts["accessibility.title"]),
                Link(texts.address("/privacidad"), texts["privacy.title"]), Link(texts.address("/estado"), texts["status.title"]),
                Link(texts.address("/kit"), texts["kit.title"]),
            ], languages: languages.all, stylesheets: [assets.address(of: "kit.css")], script: assets.address(of: "toolbar.js"),
            theme: try assets.theme(settings.theme), isDemonstration: isDemonstration, baseURL: settings.baseURL)
    }

    /// What the home shows of the catalogue.
    private var shelves: TopicShelves {
        let desk = SheetDesk(database)
        return TopicShelves(topics: [SheetDesk.topic]) {
            let groups = try await desk.topics().groups.map {
                TopicShelves.Group(address: "/temas/" + $0.slug, title: $0.title, summary: $0.summary)
            }
            let sheets = try await desk.summaries(Self.mostAsked).map { TopicShelves.Entry(address: $0.path, title: $0.title) }
            return (groups, sheets)
        }
    }

    /// Sheets that the home names first, until visits are counted: pension, family benefit, certificates, identity card.
    private static let mostAsked = [102077, 900_027, 900_030, 3442, 33112, 36637]
}
