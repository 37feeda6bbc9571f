import Civic
import HTTPTypes
import Hummingbird
import Markup
import NIOCore

/// The pages of what went wrong, in every language. Each says what happened in plain words and what to do next, in the whole layout.
/// Programs get the same as JSON.
public struct FailurePages: Sendable {
    let languages: Languages
    private let pages: [String: Pages]
    private let source: Pages
    private let parts: [Part]

    /// A part of the site that has its own ways, and its own home, on what goes wrong in it too.
    public struct Part: Sendable {
        let path: String
        let home: TextKey
        let links: @Sendable (Texts) -> [Link]

        public init(_ path: String, home: TextKey, links: @escaping @Sendable (Texts) -> [Link]) {
            (self.path, self.home, self.links) = (path, home, links)
        }
    }

    /// `pages` has one for each language; `source` is that of the source.
    public init(_ pages: [Pages], source: Pages, languages: Languages, parts: [Part] = []) {
        self.parts = parts
        self.languages = languages
        self.pages = Dictionary(pages.map { ($0.texts.language, $0) }) { first, _ in first }
        self.source = source
    }

    /// The page of a failure, in the language of the address. A fault shows the number of the request, to be read out on the telephone.
    /// `back` is the address where one was, for whoever can go on there.
    public func response(_ failure: Failure, requestID: String, back: String? = nil, to request: Request) -> Response {
        let pages = pages[languages.texts(of: request.uri.path).language] ?? source
        // A program is told that somebody must sign in; it can't be led there.
        if failure.status == .seeOther, !Problem.isWanted(by: request) {
            return Response(status: .seeOther, headers: [.location: failure.headers[.location] ?? "/", .cacheControl: "no-store"])
        }
        var failure = failure
        if failure.status == .seeOther { failure = .signIn }
        var response =
            Problem.isWanted(by: request)
            ? Problem(failure, texts: pages.texts, requestID: requestID).response
            : pages.render(
                page(failure, pages.texts, requestID: requestID, back: back, in: part(of: request.uri.path, pages.texts))
            )
            .response(to: request)
        for field in failure.headers { response.headers[field.name] = field.value }
        if failure.status == .serviceUnavailable { response.headers[.retryAfter] = "5" }
        return response
    }

    /// The same as bytes, for a connection whose request could not be read.
    func document(_ failure: Failure) -> ByteBuffer {
        ByteBuffer(bytes: source.layout.document(page(failure, source.texts, requestID: "")).bytes)
    }

    private func part(of path: String, _ texts: Texts) -> Part? {
        parts.first { part in
            let root = texts.address(part.path)
            return path == root || path.hasPrefix(root + "/")
        }
    }

    private func page(_ failure: Failure, _ texts: Texts, requestID: String, back: String? = nil, in part: Part? = nil) -> Page {
        let advice = failure.status == .notFound && part != nil ? "error.notFound.part" : failure.advice
        let home = Link(texts.address(part?.path ?? "/"), texts[part?.home ?? "error.home"])
        var page = Page(
            title: texts[failure.title], status: failure.status,
            main: """
                <div class="failure">
                \(Layout.mark)
                <h1>\(texts[failure.title])</h1>
                <p class="lead">\(texts[advice])</p>
                \(when: failure.isFault && !requestID.isEmpty, "<p>\(texts["error.number"]) <code>\(requestID)</code></p>\n")\
                \(when: failure.status == .notFound && part == nil, SearchBox(texts: texts).html)\
                \(with: back, { "<p><a class=\"button\" href=\"\($0)\">\(texts["error.back"])</a></p>\n" })\
                <p><a class="button\(back != nil || failure.status == .notFound && part == nil ? " second" : "")" href="\(home.address)">\(home.words)</a></p>
                \(when: part == nil, "<p>\(texts["error.phone"]) <a href=\"tel:101\">101</a>.</p>\n")\
                </div>
                """)
        if let part { (page.within, page.isApart) = (part.links(texts), true) }
        return page
    }
}
