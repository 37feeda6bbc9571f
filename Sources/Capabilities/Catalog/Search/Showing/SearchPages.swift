import Civic
import HTTPTypes
import Hummingbird
import Searches
import Web

/// `/buscar`: what people look for is read, answered and forgotten. Whoever counts searches hears their words and never who asked; a number
/// of a person is not heard by anybody.
public struct SearchPages: Sendable {
    private let pages: Pages
    private let desk: SearchDesk
    private let script: String?
    private let heard: @Sendable (SearchHeard) -> Void

    /// `script` is the address of the module that suggests. `heard` is told of each search once, on its first page.
    public init(_ pages: Pages, desk: SearchDesk, script: String? = nil, heard: @escaping @Sendable (SearchHeard) -> Void = { _ in }) {
        self.pages = pages
        self.desk = desk
        self.script = script
        self.heard = heard
    }

    public func mount(on router: PageRoutes) {
        router.get("/buscar") { request, context in
            let (results, number) = try await results(request)
            if request.asksForJSON { return try answer(results, number, request) }
            let view = SearchView(texts: pages.texts, script: script)
            if results.query.isPersonal { return pages.make(request, context, as: nil, view.start(isPersonal: true)) }
            if results.isBlank && results.query.text.foldedWords.isEmpty { return pages.make(request, context, view.start()) }
            tell(results, number, request)
            return pages.make(request, context, as: .search, view.results(results, page: number))
        }
        router.get("/buscar.json") { request, _ in
            let (results, number) = try await results(request)
            return try answer(results, number, request)
        }
        router.get("/buscar/sugerencias") { request, _ in
            let suggestions = try await desk.book().suggestions(for: request.asked("q") ?? "")
            return try Response.json(SuggestionAnswer(suggestions, texts: pages.texts))
        }
    }

    private func results(_ request: Request) async throws -> (SearchResults, Int) {
        let book = try await desk.book()
        let query = SearchQuery(request.asked("q") ?? "", isLiteral: request.asked("exacta") == "1")
        let filter = SearchFilter(request.asked, isKnown: book.isKnown)
        return (book.find(query, filter), request.asked("pagina").flatMap { Int($0) } ?? 1)
    }

    private func answer(_ results: SearchResults, _ number: Int, _ request: Request) throws -> Response {
        tell(results, number, request)
        return try Response.json(SearchAnswer(results, page: number, texts: pages.texts))
    }

    private func tell(_ results: SearchResults, _ number: Int, _ request: Request) {
        guard !results.query.isPersonal, !results.findings.isEmpty, number <= 1 else { return }
        heard(
            SearchHeard(
                words: results.query.text.foldedWords.joined(separator: " "), results: results.shown.count,
                isCorrected: !results.findings.corrections.isEmpty, language: pages.texts.language,
                program: request.headers[.userAgent]))
    }
}
