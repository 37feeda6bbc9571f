import Civic
import HTTPTypes
import Hummingbird
import Markup
import Ports
import Web

/// `/mesa/dotacion`: what a day at a place is expected to be, whom it needs, who is planned, and what would come of a change. And, for each
/// of the staff, their own days.
public struct StaffingPages: Sendable {
    private let pages: Pages
    private let forms: Forms
    private let reception: Reception
    private let plans: PlanDesk
    private let rosters: RosterDesk
    private let posts: StaffPosts
    private let products: ProductFacts
    private let skills: DatedWords

    public init(
        _ pages: Pages, forms: Forms, reception: Reception, plans: PlanDesk, rosters: RosterDesk, posts: StaffPosts, products: ProductFacts,
        skills: DatedWords
    ) {
        self.pages = pages
        self.forms = forms
        self.reception = reception
        self.plans = plans
        self.rosters = rosters
        self.posts = posts
        self.products = products
        self.skills = skills
    }

    public func mount(on router: PageRoutes) {
        router.get("/mesa/dotacion") { request, context in
            let attendant = try await planner(request)
            let asked = try await asked(request, attendant)
            let lines = try await rosters.lines(at: asked.place, on: asked.day, by: attendant.actor)
            return try await show(request, context, attendant, asked, lines, self.forms(lines, asked).planning.blank)
        }
        router.post("/mesa/dotacion/turnos") { request, context in
            let attendant = try await planner(request)
            let asked = try await asked(request, attendant)
            let lines = try await rosters.lines(at: asked.place, on: asked.day, by: attendant.actor)
            let planning = self.forms(lines, asked)
            switch try await forms.take(planning.planning, request, context, session: attendant.session) {
            case .refused(let filling): return try await show(request, context, attendant, asked, lines, filling)
            case .accepted(let answers, let once):
                guard let planned = try planning.planned(answers, asked.day) else { throw Failure.badRequest }
                try await rosters.plan(planned, at: asked.place, by: attendant.actor, once: once)
                return to(asked)
            }
        }
        router.post("/mesa/dotacion/copiar") { request, context in
            let attendant = try await planner(request)
            let asked = try await asked(request, attendant)
            if case .accepted(_, let once) = try await forms.take(RosterForms.copy, request, context, session: attendant.session) {
                _ = try await rosters.copyWeekBefore(asked.day, at: asked.place, by: attendant.actor, once: once)
            }
            return to(asked)
        }
        router.get("/mesa/dotacion/mia") { request, context in
            let attendant = try await reception.attendant(request, pages.texts)
            let own = try await rosters.own(attendant.actor, days: 28)
            return pages.make(request, context, as: nil, view(try await names()).own(own)).unlisted
        }
        member(on: router)
    }

    /// One of the team: their absence, their skills, and taking back what was planned.
    private func member(on router: PageRoutes) {
        router.get("/mesa/dotacion/personas/:staff") { request, context in
            let attendant = try await planner(request)
            let asked = try await asked(request, attendant)
            return try await showMember(request, context, attendant, asked)
        }
        router.post("/mesa/dotacion/personas/:staff/:act") { request, context in
            let attendant = try await planner(request)
            let (asked, staff) = (try await asked(request, attendant), try context.number("staff"))
            switch try context.parameters.require("act") {
            case "ausente":
                if case .accepted(_, let once) = try await forms.take(RosterForms.away, request, context, session: attendant.session) {
                    try await rosters.setAway(true, staff, on: asked.day, at: asked.place, by: attendant.actor, once: once)
                }
            case "presente":
                if case .accepted(_, let once) = try await forms.take(RosterForms.back, request, context, session: attendant.session) {
                    try await rosters.setAway(false, staff, on: asked.day, at: asked.place, by: attendant.actor, once: once)
                }
            case "quitar":
                if case .accepted(_, let once) = try await forms.take(RosterForms.clear, request, context, session: attendant.session) {
                    try await rosters.clear(staff, asked.day, at: asked.place, by: attendant.actor, once: once)
                }
            case "competencias":
                let skilled = RosterForms.skills(skills.inForce(rosters.clock.today), pages.texts)
                if case .accepted(let answers, let once) = try await forms.take(skilled.form, request, context, session: attendant.session)
                {
                    try await rosters.setSkills(
                        try answers[skilled.field] ?? [], of: staff, at: asked.place, by: attendant.actor, once: once)
                }
            default: throw Failure.notFound
            }
            return pages.to("/mesa/dotacion/personas/\(staff)\(asked.query)")
        }
    }

    private func show(
        _ request: Request, _ context: WebContext, _ attendant: Attendant, _ asked: PlanAsked, _ lines: [RosterDesk.Line],
        _ filling: Filling
    ) async throws -> Response {
        let agents = PlanDesk.agents(lines)
        let plan = try await plans.plan(asked.place, asked.day, agents)
        let changed = asked.whatIf.isNothing ? nil : try await plans.plan(asked.place, asked.day, agents, asked.whatIf)
        let facts = try await products.all()
        var expected: [(title: String, product: ExpectedProduct)] = []
        if let plan {
            expected = try await plans.expected(plan, limit: 8).map { (facts[$0.product]?.title ?? "\($0.product)", $0) }
        }
        let path = { (step: String) in pages.texts.address("/mesa/dotacion\(step)\(asked.query)") }
        let page = view(try await names()).page(
            asked, plan: plan, changed: changed, lines: lines, expected: expected, reached: try await reached(attendant),
            planning: forms.html(
                filling, action: path("/turnos"), button: "staffing.plan.do", texts: pages.texts, session: attendant.session),
            copying: forms.html(
                RosterForms.copy.blank, action: path("/copiar"), button: "staffing.copy.do", weight: .second, texts: pages.texts,
                session: attendant.session))
        return pages.make(request, context, as: nil, filling.isRefused ? page.answering(filling) : page).unlisted
    }

    private func showMember(
        _ request: Request, _ context: WebContext, _ attendant: Attendant, _ asked: PlanAsked
    ) async throws -> Response {
        let staff = try context.number("staff")
        let lines = try await rosters.lines(at: asked.place, on: asked.day, by: attendant.actor)
        guard let line = lines.first(where: { $0.member.staff == staff }) else { throw NotFound() }
        let skilled = RosterForms.skills(skills.inForce(rosters.clock.today), pages.texts)
        func form(_ filling: Filling, _ act: String, _ button: TextKey, _ weight: Buttons.Weight) -> HTML {
            forms.html(
                filling, action: pages.texts.address("/mesa/dotacion/personas/\(staff)/\(act)\(asked.query)"), button: button,
                weight: weight,
                texts: pages.texts, session: attendant.session)
        }
        let page = view(try await names()).member(
            line, asked,
            away: line.isAway
                ? form(RosterForms.back.blank, "presente", "staffing.back.do", .second)
                : form(RosterForms.away.blank, "ausente", "staffing.away.do", .second),
            clear: line.roster == nil ? nil : form(RosterForms.clear.blank, "quitar", "staffing.clear.do", .plain),
            skills: form(
                skilled.form.begun(line.skills.sorted().map { ("competencias", $0) }), "competencias", "staffing.skills.do", .main))
        return pages.make(request, context, as: nil, page).unlisted
    }

    private func forms(_ lines: [RosterDesk.Line], _ asked: PlanAsked) -> RosterForms {
        RosterForms(lines.filter { !$0.isAway }.map(\.member), asked.day)
    }

    private func asked(_ request: Request, _ attendant: Attendant) async throws -> PlanAsked {
        let own = try await posts.post(attendant.staff)?.point
        let reached = try await reached(attendant)
        let point: Int64? =
            switch request.asked("lugar") {
            case "lejos": nil
            case let text?: Int64(text)
            case nil: reached.contains { $0.number == own } ? own : reached.first?.number
            }
        let channel = request.asked("canal").flatMap { Int($0) }.map { Channel($0) } ?? (point == nil ? .callCentre : .branch)
        let day = request.asked("dia").flatMap { Day(iso: $0) } ?? rosters.clock.today.adding(days: 1)
        let whatIf = WhatIf(
            agents: min(20, max(-20, request.asked("agentes").flatMap { Int($0) } ?? 0)),
            demand: min(200, max(-90, request.asked("demanda").flatMap { Int($0) } ?? 0)))
        let asked = PlanAsked(place: PlannedPlace(point: point, channel: channel), day: day, whatIf: whatIf)
        _ = try RosterDesk.planner(at: asked.place, attendant.actor)
        return asked
    }

    private func reached(_ attendant: Attendant) async throws -> [ServicePoints.Point] {
        try await plans.points.all().filter { attendant.actor.may(.planStaffing, Scope.Target(point: $0.number)) }.sorted {
            $0.name < $1.name
        }
    }

    private func names() async throws -> [Int64: String] {
        try await plans.points.names()
    }

    private func view(_ names: [Int64: String]) -> StaffingViews { StaffingViews(texts: pages.texts, points: names, skills: skills) }

    private func planner(_ request: Request) async throws -> Attendant {
        let attendant = try await reception.attendant(request, pages.texts)
        guard attendant.actor.maySomewhere(.planStaffing) else { throw Forbidden() }
        return attendant
    }

    private func to(_ asked: PlanAsked) -> Response {
        pages.to("/mesa/dotacion\(asked.query)")
    }
}

/// The place, the day and the change that an address asks for.
struct PlanAsked: Sendable {
    let place: PlannedPlace
    let day: Day
    var whatIf = WhatIf()

    /// As the end of an address; the change to try is not kept.
    var query: String { "?lugar=\(place.point.map { "\($0)" } ?? "lejos")&canal=\(place.channel.number)&dia=\(day.iso)" }

    func on(_ day: Day) -> PlanAsked { PlanAsked(place: place, day: day) }
}
