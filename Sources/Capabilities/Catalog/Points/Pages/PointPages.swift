import Civic
import Hummingbird
import Markup
import Ports
import Web

/// Where people are attended: the way to a comuna, a region's comunas, a comuna's points, and each point.
public struct PointPages: Sendable {
    private let pages: Pages
    private let desk: PointDesk
    private let territory: Territory
    private let holidays: Holidays
    private let maps: PlaceMaps
    private let files: PlaceFiles
    private let notices: PointNotices
    private let clock: Clock

    public init(
        _ pages: Pages, desk: PointDesk, territory: Territory, holidays: Holidays, maps: PlaceMaps, files: PlaceFiles,
        notices: PointNotices, clock: Clock
    ) {
        self.pages = pages
        self.desk = desk
        self.territory = territory
        self.holidays = holidays
        self.maps = maps
        self.files = files
        self.notices = notices
        self.clock = clock
    }

    public func mount(on router: PageRoutes) {
        router.get("/lugares") { request, context in
            if request.asked("comuna") != nil || request.asked("lugar") != nil { return try await answer(request, context) }
            return try await pages.show(request, context, topics: [SheetDesk.topic]) { try await views().index() }
        }
        router.get("/lugares/region") { _, _ in Response.redirect(to: pages.texts.address("/lugares"), type: .permanent) }
        router.get("/lugares/puntos") { _, _ in Response.redirect(to: pages.texts.address("/lugares"), type: .permanent) }
        router.get("/lugares/region/:region") { request, context in
            let text = try context.parameters.require("region")
            guard let region = RegionCode(text.prefix { $0 != "-" }).flatMap(territory.region) else { throw Failure.notFound }
            if let elsewhere = elsewhere(region.path, request) { return elsewhere }
            return try await pages.show(request, context, topics: [SheetDesk.topic]) { try await views().region(region) }
        }
        // Whether a place is open changes each minute: nobody keeps these.
        router.get("/lugares/:commune") { request, context in
            let text = try context.parameters.require("commune")
            guard let commune = CommuneCode(text.prefix { $0 != "-" }).flatMap(territory.commune) else { throw Failure.notFound }
            if let elsewhere = elsewhere(commune.path, request) { return elsewhere }
            return pages.make(request, context, try await page(of: commune, request))
        }
        router.get("/lugares/puntos/:point") { request, context in
            let text = try context.parameters.require("point").prefix { $0 != "-" }
            guard let number = Int(text), "\(number)" == text, let reading = try await desk.point(number) else { throw Failure.notFound }
            if let elsewhere = elsewhere(reading.point.path, request) { return elsewhere }
            let commune = reading.point.commune.flatMap(territory.commune)
            let view = PointView(
                texts: pages.texts, reading: reading, territory: territory, holidays: holidays, now: clock.now,
                map: try commune.map(maps.around), notice: try await notices.html([Int64(number)], pages.texts)[Int64(number)],
                stylesheets: [files.stylesheet])
            var page = view.page
            page.data = offices([reading.point])
            if let calendar = PointCalendar.path(of: reading.point, holidays, on: clock.today) {
                page.alternates = [Alternate("text/calendar", calendar, title: reading.point.name)]
            }
            return pages.make(request, context, page)
        }
    }

    /// What those points say to search engines.
    private func offices(_ points: [PointOfService]) -> [JSON] {
        let words = OpenWords(texts: pages.source, base: pages.layout.baseURL ?? "", today: clock.today)
        return points.compactMap(OfficeData(words: words, territory: territory).json)
    }

    /// What is the same in every language: the comunas for a browser that looks for the nearest by itself.
    public static func mountFile(_ maps: PlaceMaps, territory: Territory, cache: PageCache, on router: WebRouter) {
        router.get(RouterPath(NearButton.file)) { request, _ in
            let file = try await cache.page(NearButton.file, topics: []) {
                Representation(
                    Array(CommuneFile.text(territory, reaches: try maps.reaches()).utf8), type: "application/json",
                    cacheControl: "public, max-age=86400")
            }
            return file.response(to: request)
        }
    }

    private func page(of commune: Territory.Commune, _ request: Request) async throws -> Page {
        guard let region = territory.region(commune.region) else { throw Failure.notFound }
        let filter = try await filter(request)
        var places = try await desk.knownPlaces()
        if let key = filter.place, !places.contains(where: { $0.key == key }), let place = try await desk.place(key) {
            places.append(place)
        }
        let now = clock.now
        let surroundings = try await desk.around(commune, territory, holidays, at: now, filter)
        let near = Set((surroundings.here + surroundings.beside).map { Int64($0.point.number) })
        let said = try await notices.html(near, pages.texts)
        var page = CommuneView(
            texts: pages.texts, commune: commune, region: region, surroundings: surroundings, filter: filter, places: places,
            territory: territory, holidays: holidays, now: now, notices: said, stylesheets: [files.stylesheet]
        ).page
        page.data = offices(surroundings.here.map(\.point).filter { $0.commune == commune.code })
        return page
    }

    /// What a request asks for; what it does not name, or names wrongly, is not asked for.
    private func filter(_ request: Request) async throws -> PointFilter {
        var filter = PointFilter()
        filter.kind = request.asked("clase").flatMap { PointOfService.Kind(rawValue: $0) }.flatMap { $0.isNational ? nil : $0 }
        if let key = request.asked("lugar"), !key.isEmpty { filter.place = try await desk.place(key)?.key }
        filter.isOpenNow = request.asked("abierto") == "si"
        filter.isStepFree = request.asked("acceso") == "si"
        return filter
    }

    private func views(_ filter: PointFilter = PointFilter()) async throws -> PlaceViews {
        var views = PlaceViews(texts: pages.texts, territory: territory, counts: try await desk.counts(), maps: maps, files: files)
        views.filter = filter
        if let key = filter.place { views.place = try await desk.place(key) }
        return views
    }

    /// A redirection, when the request came to another spelling of the true address. What it asks for goes with it.
    private func elsewhere(_ path: String, _ request: Request) -> Response? {
        let address = pages.texts.address(path)
        guard address != request.uri.path else { return nil }
        return .redirect(to: address + (request.uri.query.map { "?" + $0 } ?? ""), type: .permanent)
    }

    /// A name that somebody typed: to its page, or to what may have been meant.
    private func answer(_ request: Request, _ context: WebContext) async throws -> Response {
        let filter = try await filter(request)
        guard let asked = request.asked("comuna") else { return pages.make(request, context, try await views(filter).index()) }
        let text = String(asked.trimmingPrefix(while: \.isWhitespace).prefix(60))
        if let path = territory.commune(named: text)?.path ?? territory.region(named: text)?.path {
            return .redirect(to: filter.address(pages.texts.address(path)), type: .normal)
        }
        // What looks like somebody's number is not said back.
        let isBlank = text.foldedWords.isEmpty || PersonalNumbers.stand(in: text)
        let near = territory.communes(like: text)
        let page = try await views(filter).index(isBlank ? .blank : near.isEmpty ? .unknown(text) : .near(text, near))
        return pages.make(request, context, as: isBlank ? nil : .search, page)
    }
}
