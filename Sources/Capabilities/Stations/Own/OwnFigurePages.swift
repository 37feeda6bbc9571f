import Civic
import HTTPTypes
import Hummingbird
import Markup
import Ports
import Web

/// `/mesa/puesto/cifras` and `/mesa/supervision/cifras`: what is counted of one's days, and what somebody said against it.
public struct OwnFigurePages: Sendable {
    private let pages: Pages
    private let forms: Forms
    private let reception: Reception
    private let desk: OwnFigureDesk
    private let who: DeskSelf
    private let points: ServicePoints

    public init(_ pages: Pages, forms: Forms, reception: Reception, desk: OwnFigureDesk, who: DeskSelf, points: ServicePoints) {
        self.pages = pages
        self.forms = forms
        self.reception = reception
        self.desk = desk
        self.who = who
        self.points = points
    }

    private static let words = Field.area("motivo", "ownFigures.contest.words", hint: "quality.contest.hint", most: 1000, rows: 4)
    private static let contesting = Form("figures-contest", [words])
    private static let deciding = Form("figures-decide", [])

    public func mount(on router: PageRoutes) {
        router.get("/mesa/puesto/cifras") { request, context in
            let attendant = try await reception.attendant(request, pages.texts)
            return pages.make(request, context, as: nil, try await view().own(try await desk.own(attendant.actor))).unlisted
        }
        router.get("/mesa/puesto/cifras/:shift") { request, context in
            let attendant = try await reception.attendant(request, pages.texts)
            return pages.make(request, context, as: nil, try await one(attendant, try context.number("shift"), Self.contesting.blank))
                .unlisted
        }
        router.post("/mesa/puesto/cifras/:shift") { request, context in
            let attendant = try await reception.attendant(request, pages.texts)
            guard attendant.actor.maySomewhere(.openStation) else { throw Forbidden() }
            let shift = try context.number("shift")
            switch try await forms.take(Self.contesting, request, context, session: attendant.session) {
            case .refused(let filling):
                return pages.make(request, context, as: nil, try await one(attendant, shift, filling).answering(filling)).unlisted
            case .accepted(let answers, let once):
                try await desk.contest(shift, try answers[Self.words], by: attendant.actor, once: once)
                return pages.to("/mesa/puesto/cifras")
            }
        }
        router.get("/mesa/supervision/cifras") { request, context in
            let attendant = try await reception.attendant(request, pages.texts)
            let open = try await desk.open(by: attendant.actor)
            var names: [Int64: String] = [:]
            for staff in Set(open.map(\.figures.shift.staff)) { names[staff] = try await who.of(staff)?.name }
            let page = try await view().contested(open, names) { id, verdict in
                forms.html(
                    Self.deciding.blank, action: pages.texts.address("/mesa/supervision/cifras/\(id)/\(verdict.rawValue)"),
                    button: verdict == .kept ? "ownFigures.keep" : "ownFigures.setAside", weight: .second, texts: pages.texts,
                    session: attendant.session)
            }
            return pages.make(request, context, as: nil, page).unlisted
        }
        router.post("/mesa/supervision/cifras/:contest/:verdict") { request, context in
            let attendant = try await reception.attendant(request, pages.texts)
            guard attendant.actor.maySomewhere(.overseeStations) else { throw Forbidden() }
            guard let verdict = FigureContest.Verdict(rawValue: try context.parameters.require("verdict")) else { throw Failure.notFound }
            if case .accepted(_, let once) = try await forms.take(Self.deciding, request, context, session: attendant.session) {
                try await desk.decide(try context.number("contest"), verdict, by: attendant.actor, once: once)
            }
            return pages.to("/mesa/supervision/cifras")
        }
    }

    private func one(_ attendant: Attendant, _ shift: Int64, _ filling: Filling) async throws -> Page {
        guard let reading = try await desk.own(attendant.actor).first(where: { $0.figures.shift.id == shift }) else { throw NotFound() }
        let form = forms.html(
            filling, action: pages.texts.address("/mesa/puesto/cifras/\(shift)"), button: "ownFigures.contest.do", texts: pages.texts,
            session: attendant.session)
        return try await view().contesting(reading, reading.contest == nil ? form : HTML())
    }

    private func view() async throws -> OwnFigureViews {
        OwnFigureViews(
            texts: pages.texts, now: desk.clock.now,
            points: try await points.names())
    }
}
