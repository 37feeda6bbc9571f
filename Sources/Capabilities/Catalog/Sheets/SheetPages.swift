import Civic
import Hummingbird
import Ports
import Web

/// The catalogue's pages: topics, the sheets of a topic, and each sheet.
public struct SheetPages: Sendable {
    private let pages: Pages
    private let desk: SheetDesk
    private let services: OwnServices
    private let tallies: Tallies
    private let clock: Clock

    public init(_ pages: Pages, desk: SheetDesk, services: OwnServices, tallies: Tallies, clock: Clock) {
        self.pages = pages
        self.desk = desk
        self.services = services
        self.tallies = tallies
        self.clock = clock
    }

    /// Amounts are those of the day: pages show them under this topic too, which the house announces at midnight.
    public static let day = "day"

    public func mount(on router: PageRoutes) {
        router.get("/temas") { request, context in
            try await pages.show(request, context, topics: [SheetDesk.topic]) {
                TopicViews(texts: pages.texts).index(try await desk.topics())
            }
        }
        router.get("/temas/:slug") { request, context in
            let slug = try context.parameters.require("slug")
            return try await pages.show(request, context, topics: [SheetDesk.topic]) {
                guard let shelf = try await desk.shelf(slug) else { throw Failure.notFound }
                return TopicViews(texts: pages.texts).shelf(shelf)
            }
        }
        router.get("/fichas") { _, _ in Response.redirect(to: pages.texts.address("/temas"), type: .permanent) }
        router.get("/fichas/:sheet") { request, context in
            try await sheet(request, context, as: { $0.path }) { reading, service in
                var page = SheetView(texts: pages.texts, source: pages.source, reading: reading, service: service, today: clock.today).page
                let words = OpenWords(texts: pages.source, base: pages.layout.baseURL ?? "", today: clock.today)
                page.data = [ServiceData(words: words, reading: reading).json]
                page.alternates = [
                    Alternate("text/turtle", "/datos/fichas/\(reading.sheet.number.value).ttl", title: reading.sheet.title)
                ]
                return page
            }
        }
        router.get("/fichas/:sheet/imprimir") { request, context in
            try await sheet(request, context, as: { $0.printPath }) { reading, _ in
                PaperView(
                    texts: pages.texts, source: pages.source, reading: reading, today: clock.today, baseURL: pages.layout.baseURL
                ).page
            }
        }
    }

    /// A sheet at its one true address; another spelling of it leads there, and what was withdrawn says what replaces it.
    private func sheet(
        _ request: Request, _ context: WebContext, as path: @escaping @Sendable (ServiceSheet) -> String,
        _ view: @escaping @Sendable (SheetReading, _ service: String?) -> Page
    ) async throws -> Response {
        guard let number = Self.number(try context.parameters.require("sheet")) else { throw Failure.notFound }
        let asked = request.uri.path
        do {
            let answer = try await pages.show(
                request, context, topics: [SheetDesk.topic, ParameterDesk.topic, OwnServices.topic, Self.day], as: .sheet(Int64(number))
            ) {
                guard let reading = try await desk.sheet(number) else { throw Missing() }
                let address = pages.texts.address(path(reading.sheet))
                guard address == asked else { throw OtherAddress(path: address) }
                return view(reading, try await services.path(reading.sheet.slug))
            }
            tallies.opened(number, request, at: clock.now)
            return answer
        } catch let other as OtherAddress {
            return .redirect(to: other.path, type: .permanent)
        } catch is Missing {
            guard let (sheet, replacement) = try await desk.withdrawn(number) else { throw Failure.notFound }
            return pages.make(request, context, WithdrawnView(texts: pages.texts, sheet: sheet, replacement: replacement).page)
        }
    }

    /// The digits before the first hyphen, as many as a number of a sheet has.
    static func number(_ text: String) -> Int? {
        let digits = text.prefix { $0 != "-" }
        return digits.count <= 9 && digits.allSatisfy { $0.isASCII && $0.isNumber } ? Int(digits) : nil
    }

    struct OtherAddress: Error {
        let path: String
    }

    private struct Missing: Error {}
}

extension Tallies {
    /// A sheet was read by this request. Only a Referer of this very host says from where.
    fileprivate func opened(_ sheet: Int, _ request: Request, at now: Instant) {
        let referer = request.headers[.referer].flatMap { address in
            SearchReferer.host(address).map(String.init) == request.head.authority ? address : nil
        }
        opened(sheet, by: request.headers[.userAgent], referer: referer, at: now)
    }
}
