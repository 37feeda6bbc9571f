import Catalog
import Civic
import Diversions
import Portal
import Ports
import Procedures
import Statistics
import Storage
import Surveys
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
        Doors(measures: measures, isDemonstration: isDemonstration, sitemap: address + "/sitemap.xml") { try await database.ping() }.mount(
            on: router)
        let pages = try languages.all.map { texts in
            Pages(
                layout: try layout(texts, languages, assets, isDemonstration: isDemonstration), cache: cache,
                footfall: Footfall(visits, clock: clock), log: log)
        }
        news.mount(on: router)
        let forms = forms()
        let maps = PlaceMaps(outlines, territory: territory)
        PointPages.mountFile(maps, territory: territory, cache: cache, on: router)
        let codes = RateLimit(perMinute: settings.limits.formsPerMinute, burst: settings.limits.formsPerMinute)
        let shelf = shelf(cache, languages)
        try openDataPages(shelf, languages).mount(on: router)
        let double = double(isDemonstration: isDemonstration)
        let fittings = Fittings(
            assets: assets, forms: forms, codes: codes, maps: maps, tallies: tallies, shelf: shelf, reception: reception,
            entrance: entrance(double), isDemonstration: isDemonstration)
        mountReturns(pages, forms, fittings.entrance, double, on: router)
        mountIntake(on: router.part(in: pages[0].texts))
        mountServiceApi(pages[0].texts, fittings, on: router.part(in: pages[0].texts))
        for pages in pages { try mount(pages, fittings, on: router.part(in: pages.texts)) }
        return (
            router,
            FailurePages(
                pages, source: pages[0], languages: languages, parts: [.init("/mesa", home: "error.desk") { deskLinks($0) }])
        )
    }

    /// The pages of one language.
    private func mount(_ pages: Pages, _ fittings: Fittings, on router: PageRoutes) throws {
        let (assets, forms) = (fittings.assets, fittings.forms)
        try KitPages(pages, assets: assets).mount(on: router)
        HomePages(pages, shelves: shelves(pages.source), script: assets.address(of: "suggest.js")).mount(on: router)
        try developerPages(pages, fittings.shelf).mount(on: router)
        GuidePages(pages, callCentre: callCentre(pages.texts), register: register).mount(on: router)
        BoardPages(pages, desk: boards).mount(on: router)
        OpenFigurePages(pages, desk: openFigures, base: address).mount(on: router)
        SurveyPages(pages, forms: fittings.forms, desk: surveyDesk, limit: fittings.codes, clock: clock).mount(on: router)
        StatusPages(pages, report: statusReport, script: assets.address(of: "status.js"), clock: clock).mount(on: router)
        SheetPages(pages, desk: SheetDesk(database), services: definitions.own, tallies: fittings.tallies, clock: clock).mount(on: router)
        OpinionPages(
            pages, forms: forms, sheets: SheetDesk(database), desk: OpinionDesk(database, keyring: keyring, clock: clock)
        ).mount(on: router)
        LifeEventPages(pages, desk: SheetDesk(database), holidays: holidays, clock: clock).mount(on: router)
        InstitutionPages(pages, desk: SheetDesk(database)).mount(on: router)
        KitFormPages(pages, forms: forms, database: database).mount(on: router)
        KitFigurePages(pages, stylesheet: assets.address(of: "specimens.css")) { [settings] in
            try FigureSamples(folder: settings.path("Catalogue/territory"), texts: pages.texts)
        }.mount(on: router)
        PointPages(
            pages, desk: PointDesk(database), territory: territory, holidays: holidays, maps: fittings.maps,
            files: PlaceFiles(stylesheet: assets.address(of: "places.css"), script: assets.address(of: "near.js")),
            notices: diversions.notices, clock: clock
        ).mount(on: router)
        SearchPages(pages, desk: search, script: assets.address(of: "suggest.js")) { [tallies = fittings.tallies, clock] heard in
            tallies.heard(heard.words, results: heard.results, language: heard.language, by: heard.program, at: clock.now)
        }.mount(on: router)
        mountHandoff(pages, forms, fittings.codes, on: router)
        try mountSignIn(pages, fittings, on: router)
        try mountStaff(pages, fittings, on: router)
        try mountPersons(pages, fittings, on: router)
        mountStations(pages, fittings, on: router)
        mountReferrals(pages, fittings, on: router)
        mountDiversions(pages, fittings, on: router)
        mountStaffing(pages, fittings, on: router)
        mountPetitions(pages, fittings, on: router)
        mountProcedures(pages, fittings, on: router)
        try mountMandates(pages, fittings, on: router)
        try mountMine(pages, fittings, on: router)
        try mountRights(pages, fittings, on: router)
    }

    private func layout(_ texts: Texts, _ languages: Languages, _ assets: Assets, isDemonstration: Bool) throws -> Layout {
        Layout(
            texts: texts,
            navigation: [
                Link(texts.address("/temas"), texts["topics.title"]), Link(texts.address("/momentos"), texts["navigation.moments"]),
                Link(texts.address("/lugares"), texts["navigation.places"]), Link(texts.address("/ayuda"), texts["help.title"]),
            ], own: Link(texts.address("/mi"), texts["navigation.mine"]),
            foot: [
                Link(texts.address("/ayuda"), texts["help.title"]), Link(texts.address("/accesibilidad"), texts["accessibility.title"]),
                Link(texts.address("/privacidad"), texts["privacy.title"]), Link(texts.address("/terminos"), texts["terms.title"]),
                Link(texts.address("/tramites"), texts["procedures.title"]),
                Link(texts.address("/verificar"), texts["procedures.verify.title"]),
                Link(texts.address("/solicitudes"), texts["petitions.title"]),
                Link(texts.address("/instituciones"), texts["institutions.title"]), Link(texts.address("/cambios"), texts["changes.title"]),
                Link(texts.address("/datos"), texts["openData.title"]), Link(texts.address("/estadisticas"), texts["boards.title"]),
                Link(texts.address("/estado"), texts["status.title"]),
                Link(texts.address("/kit"), texts["kit.title"]),
            ], languages: languages.all, stylesheets: [assets.address(of: "kit.css")], script: assets.address(of: "toolbar.js"),
            theme: try assets.theme(settings.theme), operatorName: settings.operatorName, isDemonstration: isDemonstration,
            alternates: [Alternate("application/rss+xml", "/cambios.xml", title: texts["changes.feed.title"])], baseURL: settings.baseURL)
    }
}
