import Civic
import Hummingbird
import Markup
import Storage

/// What every page of a person's own place has around it: the ways within, and for a protected person a quick way out on top.
///
///     router.get("/mi/avisos") { request, context in
///         let caller = try await place.caller(request)
///         return try await place.response(page, for: caller, request, context)
///     }
public struct OwnPlace: Sendable {
    public let pages: Pages
    private let reception: Reception
    private let links: [Link]
    private let isProtected: @Sendable (PersonID) async throws -> Bool

    /// `links` are the ways within, with the addresses of the language of the pages.
    public init(
        _ pages: Pages, reception: Reception, links: [Link], isProtected: @escaping @Sendable (PersonID) async throws -> Bool
    ) {
        self.pages = pages
        self.reception = reception
        self.links = links
        self.isProtected = isProtected
    }

    /// Signs out at once and leads to a page that tells nobody where the person was.
    public static let quickExit = "/mi/salir-rapido"

    /// The person, verified. Throws `SignInNeeded`.
    public func caller(_ request: Request) async throws -> Caller { try await reception.citizen(request, pages.texts) }

    /// The person whose session ended by itself while they were typing.
    public func lapsed(_ request: Request) async throws -> Caller? { try await reception.lapsed(request) }

    /// The page as the person sees it, with the ways of its own where it has some; nobody keeps it and no search engine lists it.
    public func response(_ page: Page, for caller: Caller, _ request: Request, _ context: WebContext) async throws -> Response {
        var page = page
        if page.within.isEmpty { page.within = links }
        if try await isProtected(caller.person) { page.main = "\(exit)\(page.main)" }
        return pages.make(request, context, as: nil, page).unlisted
    }

    /// A link and no form: a page that was open for days must still let its reader out.
    private var exit: HTML {
        let texts = pages.texts
        return """
            <div class="wide"><p class="buttons"><a class="button danger" rel="nofollow noreferrer" href="\(texts.address(Self.quickExit))">\(texts["mine.quickExit"])</a> \
            <span class="quiet">\(texts["mine.quickExit.hint"])</span></p></div>

            """
    }
}
