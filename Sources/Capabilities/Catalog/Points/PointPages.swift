import Civic
import Hummingbird
import Web

/// Where people are attended: the way to a comuna, a region's comunas, and a comuna's points.
public struct PointPages: Sendable {
    private let pages: Pages
    private let desk: PointDesk
    private let territory: Territory
    private let holidays: Holidays
    private let clock: Clock

    public init(_ pages: Pages, desk: PointDesk, territory: Territory, holidays: Holidays, clock: Clock) {
        self.pages = pages
        self.desk = desk
        self.territory = territory
        self.holidays = holidays
        self.clock = clock
    }

    public func mount(on router: PageRoutes) {
        router.get("/lugares") { request, context in
            if let asked = request.asked("comuna") { return try await answer(asked, request, context) }
            return try await pages.show(request, context, topics: [SheetDesk.topic]) { try await views().index() }
        }
        router.get("/lugares/region") { _, _ in Response.redirect(to: pages.texts.address("/lugares"), type: .permanent) }
        router.get("/lugares/region/:region") { request, context in
            let text = try context.parameters.require("region")
            guard let region = RegionCode(text.prefix { $0 != "-" }).flatMap(territory.region) else { throw Failure.notFound }
            if let elsewhere = elsewhere(region.path, request) { return elsewhere }
            return try await pages.show(request, context, topics: [SheetDesk.topic]) { try await views().region(region) }
        }
        // Whether a place is open changes each minute: nobody keeps these.
        router.get("/lugares/:commune") { request, context in
            let text = try context.parameters.require("commune")
            guard let commune = CommuneCode(text.prefix { $0 != "-" }).flatMap(territory.commune),
                let region = territory.region(commune.region)
            else { throw Failure.notFound }
            if let elsewhere = elsewhere(commune.path, request) { return elsewhere }
            let reading = try await desk.points(in: commune.code, neighbours: territory.neighbours(of: commune.code))
            let view = CommuneView(
                texts: pages.texts, commune: commune, region: region, reading: reading, territory: territory, holidays: holidays,
                now: clock.now)
            var page = view.page
            let words = OpenWords(texts: pages.source, base: pages.layout.baseURL ?? "", today: clock.today)
            page.data = reading.here.compactMap { OfficeData(words: words, territory: territory).json($0, at: commune.path) }
            return pages.make(request, context, page)
        }
    }

    private func views() async throws -> PlaceViews {
        PlaceViews(texts: pages.texts, territory: territory, counts: try await desk.counts())
    }

    /// A redirection, when the request came to another spelling of the true address.
    private func elsewhere(_ path: String, _ request: Request) -> Response? {
        let address = pages.texts.address(path)
        return address == request.uri.path ? nil : .redirect(to: address, type: .permanent)
    }

    /// A name that somebody typed: to its page, or to what may have been meant.
    private func answer(_ asked: String, _ request: Request, _ context: WebContext) async throws -> Response {
        let text = String(asked.trimmingPrefix(while: \.isWhitespace).prefix(60))
        if let path = territory.commune(named: text)?.path ?? territory.region(named: text)?.path {
            return .redirect(to: pages.texts.address(path), type: .normal)
        }
        // What looks like somebody's number is not said back.
        let isBlank = text.foldedWords.isEmpty || PersonalNumbers.stand(in: text)
        let near = territory.communes(like: text)
        let page = try await views().index(isBlank ? .blank : near.isEmpty ? .unknown(text) : .near(text, near))
        return pages.make(request, context, as: isBlank ? nil : .search, page)
    }
}
