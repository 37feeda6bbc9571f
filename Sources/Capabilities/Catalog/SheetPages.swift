import Civic
import Hummingbird
import Web

/// The catalogue's pages: topics, the sheets of a topic, and each sheet.
public struct SheetPages: Sendable {
    private let pages: Pages
    private let desk: SheetDesk
    private let tallies: Tallies
    private let clock: Clock

    public init(_ pages: Pages, desk: SheetDesk, tallies: Tallies, clock: Clock) {
        self.pages = pages
        self.desk = desk
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
            guard let number = Self.number(try context.parameters.require("sheet")) else { throw Failure.notFound }
            let path = request.uri.path
            let today = clock.today
            do {
                let answer = try await pages.show(
                    request, context, topics: [SheetDesk.topic, ParameterDesk.topic, Self.day], as: .sheet(Int64(number))
                ) {
                    guard let reading = try await desk.sheet(number) else { throw Failure.notFound }
                    let address = pages.texts.address(reading.sheet.path)
                    guard address == path else { throw OtherAddress(path: address) }
                    return SheetView(texts: pages.texts, source: pages.source, reading: reading, today: today).page
                }
                tallies.opened(number, request, at: clock.now)
                return answer
            } catch let other as OtherAddress {
                return .redirect(to: other.path, type: .permanent)
            }
        }
    }

    /// The digits before the first hyphen, as many as a number of a sheet has.
    static func number(_ text: String) -> Int? {
        let digits = text.prefix { $0 != "-" }
        return digits.count <= 9 && digits.allSatisfy { $0.isASCII && $0.isNumber } ? Int(digits) : nil
    }

    private struct OtherAddress: Error {
        let path: String
    }
}

extension Tallies {
    /// A sheet was read by this request. Only a Referer of this very host says from where.
    func opened(_ sheet: Int, _ request: Request, at now: Instant) {
        let referer = request.headers[.referer].flatMap { address in
            SearchReferer.host(address).map(String.init) == request.head.authority ? address : nil
        }
        opened(sheet, by: request.headers[.userAgent], referer: referer, at: now)
    }
}
