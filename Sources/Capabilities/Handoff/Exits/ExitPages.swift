import Civic
import Hummingbird
import Logging
import Ports
import Web

/// `/salida/{sheet}`: what to know before one goes on to the site of another institution. The address comes from the catalogue alone, so
/// that nobody can use this page to lead people elsewhere.
public struct ExitPages: Sendable {
    private let pages: Pages
    private let links: OutsideLinks
    private let desk: ExitDesk
    private let watch: WatchDesk
    private let limit: RateLimit
    private let clock: Clock

    /// `limit` is how many codes one client is given; beyond, the page has none and leads on all the same.
    public init(_ pages: Pages, links: OutsideLinks, desk: ExitDesk, watch: WatchDesk, limit: RateLimit, clock: Clock) {
        self.pages = pages
        self.links = links
        self.desk = desk
        self.watch = watch
        self.limit = limit
        self.clock = clock
    }

    public func mount(on router: PageRoutes) {
        router.get("/salida/:sheet") { request, context in
            guard let sheet = context.parameters.get("sheet", as: Int.self), (1...999_999_999).contains(sheet),
                let link = try await links.link(sheet)
            else { throw Failure.notFound }
            let code = await code(to: sheet, request, context)
            let history = (try? await watch.state(of: link.address, on: clock.today)) ?? .unknown
            let view = ExitView(texts: pages.texts, link: link, state: history, code: code, today: clock.today)
            return pages.make(request, context, view.page).unlisted
        }
    }

    /// None for robots, who do not come back; none when the database can't write: the way out stays open.
    private func code(to sheet: Int, _ request: Request, _ context: WebContext) async -> ReturnCode? {
        guard !Robots.includes(request.headers[.userAgent]), (try? limit.take(context.client, at: clock.now)) != nil else { return nil }
        do {
            return try await desk.leave(to: sheet)
        } catch {
            context.logger.warning("no return code could be kept", metadata: ["error": "\(type(of: error))"])
            return nil
        }
    }
}
