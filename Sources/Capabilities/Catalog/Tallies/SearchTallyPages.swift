import Civic
import Hummingbird
import Markup
import Web

/// `/mesa/busquedas`: what people looked for, and what they did not find.
public struct SearchTallyPages: Sendable {
    private let pages: Pages
    private let reception: Reception
    private let desk: TallyDesk
    private let clock: Clock

    public init(_ pages: Pages, reception: Reception, desk: TallyDesk, clock: Clock) {
        self.pages = pages
        self.reception = reception
        self.desk = desk
        self.clock = clock
    }

    private static let path = "/mesa/busquedas"
    private static let days = 30

    public func mount(on router: PageRoutes) {
        router.get("/mesa/busquedas") { request, context in
            let actor = try await reception.attendant(request, pages.texts).actor
            try actor.must(.readSearches)
            let since = clock.today.adding(days: -Self.days)
            let page = page(
                vain: try await desk.zeroResults(since: since, limit: 100), all: try await desk.searches(since: since, limit: 200))
            return pages.make(request, context, as: nil, page).unlisted
        }
    }

    private func page(vain: [SearchTally], all: [SearchTally]) -> Page {
        let texts = pages.texts
        return Page(
            title: texts["search.desk.title"], path: Self.path, trail: [Link(texts.address("/mesa"), texts["desk.title"])],
            main: """
                <div class="wide"><h1>\(texts["search.desk.title"])</h1>
                <p class="lead">\(texts("search.desk.lead", ["days": "\(Self.days)"]))</p>
                \(table("en-vano", texts["search.desk.vain"], vain))
                \(table("todas", texts["search.desk.all"], all))</div>
                """)
    }

    private func table(_ id: String, _ title: String, _ tallies: [SearchTally]) -> HTML {
        let texts = pages.texts
        if tallies.isEmpty { return "<h2>\(title)</h2>\n<p>\(texts["search.desk.none"])</p>" }
        let rows: [[HTML]] = tallies.map { tally in
            ["<span lang=\"\(tally.language)\">\(tally.words)</span>", HTML(text: "\(tally.n)"), HTML(text: "\(tally.zero)")]
        }
        return DataTable.framed(
            id: id, caption: title,
            columns: [
                .init(texts["search.desk.words"]), .init(texts["search.desk.n"], isNumeric: true),
                .init(texts["search.desk.zero"], isNumeric: true),
            ], rows: rows)
    }
}
