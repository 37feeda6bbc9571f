import Civic
import Hummingbird
import Markup

/// What every page has around it on which a person acts for another: both names, until when, and the way back to their own.
///
///     router.get("/mi/por/:id/derechos") { request, context in
///         let acting = try await place.acting(request, context)
///         return try await place.response(page, acting, request, context)
///     }
public struct ActingPlace: Sendable {
    private let own: OwnPlace
    private let ways: [(path: String, name: TextKey)]
    private let find: @Sendable (Int64, Caller) async throws -> Acting

    /// `ways` are what can be done in another's name, by what follows their address; `find` says who that is, and throws once it ended.
    public init(
        _ own: OwnPlace, ways: [(path: String, name: TextKey)], find: @escaping @Sendable (Int64, Caller) async throws -> Acting
    ) {
        self.own = own
        self.ways = ways
        self.find = find
    }

    public var texts: Texts { own.pages.texts }

    /// For whom this request is made: it is asked anew each time, so that it ends in the middle of a visit when it has to.
    public func acting(_ request: Request, _ context: WebContext) async throws -> Acting {
        let asked = try await asked(request, context)
        return try await find(asked.id, asked.caller)
    }

    /// Who asks, and by which leave. It opens nothing.
    public func asked(_ request: Request, _ context: WebContext) async throws -> (id: Int64, caller: Caller) {
        let caller = try await own.caller(request)
        return (try context.number("id"), caller)
    }

    public func response(_ page: Page, _ acting: Acting, _ request: Request, _ context: WebContext) async throws -> Response {
        var page = page
        page.title = texts("acting.page", ["page": page.title, "name": acting.name])
        page.trail = [Link(texts.address("/mi"), texts["acting.mine"])] + page.trail
        page.within =
            ways.map { Link(texts.address(acting.path + $0.path), texts[$0.name]) } + [
                Link(texts.address("/mi"), texts["acting.back"]), Link(texts.address("/salir"), texts["signOut.do"]),
            ]
        page.main = "\(banner(acting))\(page.main)"
        return try await own.response(page, for: acting.caller, request, context)
    }

    private func banner(_ acting: Acting) -> HTML {
        let until = texts.long(Day(lastBefore: acting.until))
        return """
            <div class="wide">
            \(Alert.box(.attention, """
                <p><strong>\(texts("acting.as", ["name": acting.name]))</strong></p>
                <p>\(texts("acting.both", ["own": acting.own, "name": acting.name, "until": until]))</p>
                <p><a class="onward" href="\(texts.address("/mi"))">\(texts["acting.back"])</a></p>
                """, texts: texts))
            </div>

            """
    }
}
