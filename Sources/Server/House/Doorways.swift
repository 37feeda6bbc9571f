import Catalog
import Civic
import Portal
import Ports
import Storage
import Web

extension House {
    /// Every route of the house, with the pages that answer what goes wrong.
    func doorways(_ cache: PageCache, measures: PrometheusRegistry, isDemonstration: Bool) throws -> (
        router: WebRouter, failures: FailurePages
    ) {
        let texts = try Texts(file: settings.path("Texts/es.json"), language: "es")
        let assets = try Assets(folder: settings.path("Public"))
        let layout = Layout(
            texts: texts, navigation: [Link("/temas", texts["topics.title"])], stylesheet: assets.address(of: "ventanilla.css"),
            isDemonstration: isDemonstration, baseURL: settings.baseURL)
        let pages = Pages(layout: layout, cache: cache, log: log)
        let router = WebRouter.forPages()
        let database = database
        assets.mount(on: router)
        Doors(measures: measures, isDemonstration: isDemonstration) { try await database.ping() }.mount(on: router)
        HomePages(pages, shelves: shelves).mount(on: router)
        SheetPages(pages, desk: SheetDesk(database), clock: clock).mount(on: router)
        KitFigurePages(pages) { [settings] in
            try FigureSamples(folder: settings.path("Catalogue/territory"), texts: texts)
        }.mount(on: router)
        return (router, FailurePages(pages))
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
