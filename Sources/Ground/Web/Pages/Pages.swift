import Civic
import Hummingbird
import Logging
import Markup
import Metrics
import Typography

/// What routes hold to answer with pages, in one language.
///
///     router.get("temas") { request, context in
///         try await pages.show(request, context, topics: ["catalogue"]) { try await topicsPage() }
///     }
public struct Pages: Sendable {
    public let layout: Layout
    public let cache: PageCache
    private let footfall: Footfall
    private let log: Logger
    private var within: [Link] = []
    private var scripts: [String] = []
    private var isApart = false

    public var texts: Texts { layout.texts }

    /// The words of the language in which content is written: for what is put into its sentences.
    public var source: Texts { layout.languages.first ?? texts }

    public init(layout: Layout, cache: PageCache, footfall: Footfall, log: Logger) {
        self.layout = layout
        self.cache = cache
        self.footfall = footfall
        self.log = log
    }

    /// A page that is the same for everyone. It is rendered once per path (the query has no part in it) and size of letters, and kept until one of its
    /// topics is announced. The handler must have sent other spellings of the path to the true one before. `sign` is what having read it
    /// says of the visit.
    public func show(
        _ request: Request, _ context: WebContext, topics: [String], as sign: Visits.Sign = .page,
        _ page: @escaping @Sendable () async throws -> Page
    ) async throws -> Response {
        let isLarge = LargePrint.isAsked(request)
        let representation = try await cache.page(isLarge ? request.uri.path + "?letra" : request.uri.path, topics: topics) {
            var page = try await page()
            page.isLarge = isLarge
            return render(page)
        }
        footfall.see(sign, request, context)
        return representation.response(to: request)
    }

    /// On to another page of this language, with GET: after something was done, so that going back asks for nothing again.
    public func to(_ path: String) -> Response {
        Response.redirect(to: texts.address(path), type: .normal)
    }

    /// A page that is made for this request alone (what was searched for, a form with its token): nothing of it is kept by anybody.
    /// Without a sign it is not counted either.
    public func make(_ request: Request, _ context: WebContext, as sign: Visits.Sign? = .page, _ page: Page) -> Response {
        if let sign { footfall.see(sign, request, context) }
        var page = page
        page.isLarge = LargePrint.isAsked(request)
        if page.within.isEmpty { (page.within, page.isApart) = (within, isApart) }
        page.scripts += scripts
        page.place = place(of: request)
        return render(page, cacheControl: "no-store", effort: 5).response(to: request)
    }

    /// A form is answered where it was sent to; whoever asks for that address anew is led to the page of the form.
    private func place(of request: Request) -> String {
        let path = texts.sourcePath(of: request.uri.path)
        return request.method == .get ? path + (request.uri.query.map { "?" + $0 } ?? "") : path
    }

    /// Whether people reach the site by https.
    public var isSecure: Bool { layout.baseURL?.hasPrefix("https:") == true }

    /// The same, where each page that is made has these ways within its part of the site, unless it brings its own; `apart`, they stand in place of
    /// the site's. `scripts` are on each of them besides its own.
    public func within(_ links: [Link], apart: Bool = false, scripts: [String] = []) -> Pages {
        var copy = self
        (copy.within, copy.isApart, copy.scripts) = (links, apart, scripts)
        return copy
    }

    /// Pages of the same house in the colours of another theme; nil for the house's own. Their paths must be their own too.
    public func themed(_ theme: String?) -> Pages { Pages(layout: layout.themed(theme), cache: cache, footfall: footfall, log: log) }

    /// The document as it is sent. Pages are kept by browsers and proxies and asked for again each time, so that a change shows.
    public func render(_ page: Page) -> Representation {
        render(page, cacheControl: page.status == .ok ? "no-cache" : "no-store", effort: 9)
    }

    private func render(_ page: Page, cacheControl: String, effort: Int32) -> Representation {
        let document = layout.document(page)
        for defect in document.defects {
            log.error("markup", metadata: ["defect": "\(defect)", "page": "\(page.path ?? "without an address")"])
            Counter(label: "markup_defects_total").increment()
        }
        return Representation(
            Unbroken.markup(document.bytes), type: "text/html; charset=utf-8", status: page.status, cacheControl: cacheControl,
            extra: page.asksForPosition ? SecurityHeaders.position : nil, effort: effort)
    }
}
