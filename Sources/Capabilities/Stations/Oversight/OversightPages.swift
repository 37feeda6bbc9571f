import Civic
import HTTPTypes
import Hummingbird
import Markup
import Ports
import Web

/// `/mesa/supervision`: who attends, who called for help, what waits, and how the day goes; with `?lugar=`, at one point. Calls are all shown.
public struct OversightPages: Sendable {
    private let pages: Pages
    private let forms: Forms
    private let reception: Reception
    private let desk: OversightDesk
    private let alarms: AlarmDesk
    private let pauses: DatedWords
    private let waits: [DeskWait]
    private let who: DeskSelf
    private let points: ServicePoints
    private let script: String

    /// `script` is the address of `live.js`; `waits` is what each room says that waits.
    public init(
        _ pages: Pages, forms: Forms, reception: Reception, desk: OversightDesk, alarms: AlarmDesk, pauses: DatedWords, waits: [DeskWait],
        who: DeskSelf, points: ServicePoints, script: String
    ) {
        self.pages = pages
        self.forms = forms
        self.reception = reception
        self.desk = desk
        self.alarms = alarms
        self.pauses = pauses
        self.waits = waits
        self.who = who
        self.points = points
        self.script = script
    }

    private static let going = Form("alarm-answer", [])

    public func mount(on router: PageRoutes) {
        router.get("/mesa/supervision") { request, context in
            let attendant = try await reception.attendant(request, pages.texts)
            return pages.make(request, context, as: nil, try await page(attendant, of: request.asked("lugar").flatMap { Int64($0) }))
                .unlisted
        }
        router.post("/mesa/supervision/ayudas/:alarm") { request, context in
            let attendant = try await reception.attendant(request, pages.texts)
            guard attendant.actor.maySomewhere(.overseeStations) else { throw Forbidden() }
            let id = try context.number("alarm")
            if case .accepted(_, let once) = try await forms.take(Self.going, request, context, session: attendant.session) {
                try await alarms.answer(id, by: attendant.actor, once: once)
            }
            return pages.to("/mesa/supervision")
        }
    }

    private func page(_ attendant: Attendant, of point: Int64?) async throws -> Page {
        let board = try await desk.board(of: point, by: attendant.actor)
        let names = try await points.names()
        var people: [Int64: String] = [:]
        for staff in Set(board.agents.map(\.shift.staff) + board.alarms.map(\.shift.staff)) {
            people[staff] = try await who.of(staff)?.name
        }
        var waiting: [OversightViews.Wait] = []
        for wait in waits where attendant.actor.maySomewhere(wait.permission) {
            let now = try await wait.now(attendant.actor)
            waiting.append(.init(title: wait.title, path: wait.path, count: now.count, oldest: now.oldest))
        }
        let view = OversightViews(
            texts: pages.texts, pauses: pauses, now: desk.clock.now, script: script, points: names, people: people, point: point)
        return view.board(board, waiting, try await desk.curve(of: point, by: attendant.actor)) { alarm in
            forms.html(
                Self.going.blank, action: pages.texts.address("/mesa/supervision/ayudas/\(alarm)"), button: "oversight.alarm.go",
                texts: pages.texts, session: attendant.session)
        }
    }
}
