import Civic
import Hummingbird
import Markup
import Storage
import Web

/// `/mesa/derechos/atrasadas`: what whoever the officer answers to sees of requests whose term passed: no names, and nothing of what they say.
public struct LatePages: Sendable {
    private let pages: Pages
    private let reception: Reception
    private let desk: RequestDesk

    public init(_ pages: Pages, reception: Reception, desk: RequestDesk) {
        self.pages = pages
        self.reception = reception
        self.desk = desk
    }

    public func mount(on router: PageRoutes) {
        router.get("/mesa/derechos/atrasadas") { request, context in
            let attendant = try await reception.attendant(request, pages.texts)
            guard attendant.actor.maySomewhere(.overseeRights) else { throw Forbidden() }
            let today = desk.clock.today
            let late = try await desk.database.read { try desk.store.late(on: today, $0) }
            return pages.make(request, context, as: nil, page(late, today)).unlisted
        }
    }

    private func page(_ late: [RightsRequest], _ today: Day) -> Page {
        let texts = pages.texts
        return Page(
            title: texts["rightsDesk.late.title"], path: "/mesa/derechos/atrasadas",
            trail: [Link(texts.address("/mesa"), texts["desk.title"])],
            main: """
                <div class="wide">
                <h1>\(texts["rightsDesk.late.title"])</h1>
                <p class="lead">\(texts["rightsDesk.late.lead"])</p>
                \(late.isEmpty
                    ? EmptyState.box(texts["rightsDesk.late.none"], "<p>\(texts["rightsDesk.late.none.next"])</p>") : table(late, today))
                </div>
                """)
    }

    private func table(_ late: [RightsRequest], _ today: Day) -> HTML {
        let texts = pages.texts
        let clock = ClockWords(texts: texts, today: today)
        return DataTable.framed(
            id: "atrasadas", caption: texts("rightsDesk.late.caption", count: late.count),
            columns: [
                .init(texts["rightsDesk.code"]), .init(texts["rightsDesk.what"]), .init(texts["rightsDesk.clock"]),
                .init(texts["rightsDesk.received"]), .init(texts["rightsDesk.late.complained"]),
            ],
            rows: late.map { request in
                [
                    HTML(text: request.code.description), HTML(text: texts[request.right.title]),
                    "\(clock.tag(request)) \(clock.sentence(request))", HTML(text: texts.short(Day(of: request.filed))),
                    HTML(text: request.complained.map { texts.short(Day(of: $0)) } ?? ""),
                ]
            }, stacked: true)
    }
}
