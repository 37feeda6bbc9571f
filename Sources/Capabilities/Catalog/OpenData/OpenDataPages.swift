import Civic
import Hummingbird
import Ports
import Markup
import Web

/// What every family of open data holds to answer with: one reading of the catalogue, its words, and where whole documents are kept.
public struct OpenDataShelf: Sendable {
    let desk: OpenDataDesk
    let search: SearchDesk
    let cache: PageCache
    let texts: Texts
    let base: String
    let clock: Clock

    /// `texts` are those of the language in which content is written; `base` is the public beginning of addresses, without a slash at its
    /// end.
    public init(_ desk: OpenDataDesk, search: SearchDesk, cache: PageCache, texts: Texts, base: String, clock: Clock) {
        self.desk = desk
        self.search = search
        self.cache = cache
        self.texts = texts
        self.base = base
        self.clock = clock
    }

    var words: OpenWords { OpenWords(texts: texts, base: base, today: clock.today) }

    static let topics = [SheetDesk.topic, ParameterDesk.topic, OwnServices.topic, SheetPages.day]

    /// A document that is the same for everyone: made once per path, and kept until the catalogue moves.
    func document(
        _ request: Request, type: String, _ bytes: @escaping @Sendable (OpenWords, OpenCatalogue) async throws -> [UInt8]
    ) async throws -> Response {
        let (words, desk) = (words, desk)
        let kept = try await cache.page(request.uri.path, topics: Self.topics) {
            Representation(try await bytes(words, try await desk.catalogue()), type: type, cacheControl: "no-cache", isOpen: true)
        }
        return kept.response(to: request)
    }

    /// An answer that depends on what was asked: nobody keeps it here, and a client that has it is told so.
    func answer(_ request: Request, type: String = OpenDataShelf.json, _ bytes: [UInt8]) -> Response {
        Representation(bytes, type: type, cacheControl: "no-cache", isOpen: true, effort: 4).response(to: request)
    }

    /// The numbers of the sheets that a search finds, the best first. Nothing of what was asked is kept.
    func found(_ query: String) async throws -> [Int] {
        let book = try await search.book()
        return book.find(SearchQuery(query)).shown.compactMap { book.entries[$0].number }
    }

    static let json = "application/json"
}

/// Every open format of the catalogue, in the one place where they are mounted. Their addresses have no language.
public struct OpenDataPages: Sendable {
    private let shelf: OpenDataShelf
    private let holidays: Holidays
    private let languages: [Texts]
    private let guides: [String]
    private let services: OwnServices
    private let description: [UInt8]

    /// `guides` are the paths of the pages that are not the catalogue's; `description` is the OpenAPI document.
    public init(
        _ shelf: OpenDataShelf, holidays: Holidays, languages: [Texts], guides: [String], services: OwnServices, description: [UInt8]
    ) {
        self.shelf = shelf
        self.holidays = holidays
        self.languages = languages
        self.guides = guides
        self.services = services
        self.description = description
    }

    public func mount(on router: WebRouter) {
        LinkedPages(shelf).mount(on: router)
        HsdsPages(shelf).mount(on: router)
        FichasPages(shelf).mount(on: router)
        FeedPages(shelf, holidays: holidays, languages: languages, guides: guides, services: services).mount(on: router)
        let (shelf, description) = (shelf, description)
        router.get("/api/openapi.json") { request, _ in
            try await shelf.document(request, type: OpenDataShelf.json) { _, _ in description }
        }
    }
}
