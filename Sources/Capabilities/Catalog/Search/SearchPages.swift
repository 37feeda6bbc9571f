import Civic
import Hummingbird
import Web

/// `/buscar`: what people look for is read, answered and forgotten. Nothing of a query is written anywhere.
public struct SearchPages: Sendable {
    private let pages: Pages
    private let desk: SearchDesk

    public init(_ pages: Pages, desk: SearchDesk) {
        self.pages = pages
        self.desk = desk
    }

    public func mount(on router: PageRoutes) {
        router.get("/buscar") { request, context in
            let view = SearchView(texts: pages.texts)
            let typed = request.asked("q") ?? ""
            let findings = try await desk.find(typed, pages.texts)
            if findings.query.isPersonal { return pages.make(request, context, as: nil, view.start(isPersonal: true)) }
            if findings.query.terms.isEmpty { return pages.make(request, context, view.start()) }
            let number = request.asked("pagina").flatMap { Int($0) } ?? 1
            return pages.make(request, context, as: .search, view.results(findings, page: number))
        }
    }
}
