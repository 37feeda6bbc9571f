import Civic
import Hummingbird
import Markup
import Web

/// `/mesa/opiniones`: what people said of sheets, for those who write them and those who answer for them.
public struct OpinionReadingPages: Sendable {
    private let pages: Pages
    private let reception: Reception
    private let sheets: SheetDesk
    private let desk: OpinionDesk
    private let clock: Clock

    public init(_ pages: Pages, reception: Reception, sheets: SheetDesk, desk: OpinionDesk, clock: Clock) {
        self.pages = pages
        self.reception = reception
        self.sheets = sheets
        self.desk = desk
        self.clock = clock
    }

    private static let path = "/mesa/opiniones"
    private static let days = 90

    public func mount(on router: PageRoutes) {
        router.get("/mesa/opiniones") { request, context in
            let actor = try await reception.attendant(request, pages.texts).actor
            let tallies = try await desk.tallies(since: clock.today.adding(days: -Self.days), by: actor)
            let rows: [[HTML]] = try await sheets.summaries(tallies.map(\.sheet)).compactMap { sheet in
                guard let tally = tallies.first(where: { $0.sheet == sheet.number }) else { return nil }
                return [
                    "<a href=\"\(pages.texts.address("\(Self.path)/\(sheet.number)"))\"\(pages.texts.lang())>\(sheet.title)</a>",
                    HTML(text: "\(tally.n)"),
                    HTML(text: tally.share.map { "\(Int(($0 * 100).rounded())) %" } ?? pages.texts["feedback.few"]),
                ]
            }
            return answer(request, context, list(rows))
        }
        router.get("/mesa/opiniones/:sheet") { request, context in
            let actor = try await reception.attendant(request, pages.texts).actor
            guard let number = context.parameters.get("sheet").flatMap({ Int($0) }), let sheet = try await sheets.summaries([number]).first
            else { throw Failure.notFound }
            let words = try await desk.words(of: number, since: clock.today.adding(days: -Self.days), by: actor)
            return answer(request, context, one(sheet, words))
        }
    }

    private func list(_ rows: [[HTML]]) -> Page {
        let texts = pages.texts
        return page(
            texts["feedback.desk.title"], path: Self.path,
            """
            <p class="lead">\(texts("feedback.desk.lead", ["days": "\(Self.days)"]))</p>
            \(when: rows.isEmpty, "<p>\(texts["feedback.desk.none"])</p>")\
            \(when: !rows.isEmpty, DataTable.framed(
                id: "opiniones", caption: texts["feedback.desk.title"],
                columns: [
                    .init(texts["feedback.desk.sheet"]), .init(texts["feedback.desk.n"], isNumeric: true),
                    .init(texts["feedback.desk.share"], isNumeric: true),
                ], rows: rows))
            """)
    }

    private func one(_ sheet: SheetSummary, _ words: [OpinionWords]) -> Page {
        let texts = pages.texts
        return page(
            sheet.title, trail: [Link(texts.address(Self.path), texts["feedback.desk.title"])],
            """
            <p class="lead">\(texts["feedback.desk.words"])</p>
            \(when: words.isEmpty, "<p>\(texts["feedback.desk.noWords"])</p>")\
            <ul>
            \(each: words, { opinion in
                """
                <li><p><strong>\(texts[opinion.isUseful ? "feedback.yes" : "feedback.no"])</strong> <span class="quiet">\(opinion.day.numeric)</span></p>
                <p lang="\(opinion.language)">\(opinion.text)</p></li>

                """
            })</ul>
            """)
    }

    private func page(_ title: String, path: String? = nil, trail: [Link] = [], _ main: HTML) -> Page {
        Page(
            title: title, path: path, trail: [Link(pages.texts.address("/mesa"), pages.texts["desk.title"])] + trail,
            main: "<div class=\"wide\"><h1>\(title)</h1>\n\(main)</div>")
    }

    private func answer(_ request: Request, _ context: WebContext, _ page: Page) -> Response {
        pages.make(request, context, as: nil, page).unlisted
    }
}
