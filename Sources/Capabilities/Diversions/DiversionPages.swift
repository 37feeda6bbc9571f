import Civic
import HTTPTypes
import Hummingbird
import Markup
import Ports
import Web

/// `/mesa/rebalse`: demand that is led elsewhere, who took which way, and the rules by which it happens by itself.
public struct DiversionPages: Sendable {
    private let pages: Pages
    private let forms: Forms
    private let reception: Reception
    private let desk: DiversionDesk

    public init(_ pages: Pages, forms: Forms, reception: Reception, desk: DiversionDesk) {
        self.pages = pages
        self.forms = forms
        self.reception = reception
        self.desk = desk
    }

    public func mount(on router: PageRoutes) {
        router.get("/mesa/rebalse") { request, context in
            try await show(request, context, try await reception.attendant(request, pages.texts))
        }
        router.post("/mesa/rebalse") { request, context in
            let attendant = try await manager(request)
            let asked = try await asked(attendant)
            switch try await forms.take(asked.beginning, request, context, session: attendant.session) {
            case .refused(let filling): return try await show(request, context, attendant, filling)
            case .accepted(let answers, let once):
                try await desk.begin(at: try asked.point(answers), try asked.ways(answers), by: attendant.actor, once: once)
                return pages.to("/mesa/rebalse")
            }
        }
        router.post("/mesa/rebalse/:diversion/terminar") { request, context in
            let attendant = try await manager(request)
            let id = try context.number("diversion")
            if case .accepted(_, let once) = try await forms.take(DiversionForms.end, request, context, session: attendant.session) {
                try await desk.end(id, by: attendant.actor, once: once)
            }
            return pages.to("/mesa/rebalse")
        }
        router.post("/mesa/rebalse/:diversion/usar/:offer") { request, context in
            let attendant = try await reception.attendant(request, pages.texts)
            let id = try context.number("diversion")
            guard let offer = Diversion.Offer(rawValue: try context.parameters.require("offer")) else { throw Failure.notFound }
            if case .accepted(_, let once) = try await forms.take(DiversionForms.use, request, context, session: attendant.session) {
                try await desk.use(offer, of: id, by: attendant.actor, once: once)
            }
            return pages.to("/mesa/rebalse?hecho=\(offer.rawValue)")
        }
        rules(on: router)
    }

    private func rules(on router: PageRoutes) {
        router.get("/mesa/rebalse/reglas") { request, context in
            try await showRules(request, context, try await manager(request))
        }
        router.post("/mesa/rebalse/reglas") { request, context in
            let attendant = try await manager(request)
            let asked = try await asked(attendant)
            switch try await forms.take(asked.ruling, request, context, session: attendant.session) {
            case .refused(let filling): return try await showRules(request, context, attendant, filling)
            case .accepted(let answers, let once):
                try await desk.setRule(
                    at: try asked.point(answers), minutes: try asked.limit(answers), try asked.ways(answers), by: attendant.actor,
                    once: once)
                return pages.to("/mesa/rebalse/reglas")
            }
        }
        router.post("/mesa/rebalse/reglas/:point/quitar") { request, context in
            let attendant = try await manager(request)
            let point = try context.number("point")
            if case .accepted(_, let once) = try await forms.take(DiversionForms.unrule, request, context, session: attendant.session) {
                try await desk.setRule(at: point, minutes: 0, nil, by: attendant.actor, once: once)
            }
            return pages.to("/mesa/rebalse/reglas")
        }
    }

    private func show(
        _ request: Request, _ context: WebContext, _ attendant: Attendant, _ filling: Filling? = nil
    ) async throws -> Response {
        let open = try await desk.open(for: attendant.actor)
        let mayManage = attendant.actor.maySomewhere(.manageDiversions)
        let texts = pages.texts
        var beginning: HTML?
        if mayManage {
            let asked = try await asked(attendant)
            beginning = form(filling ?? asked.beginning.blank, "/mesa/rebalse", "diversions.begin.do", .main, attendant)
        }
        let view = DiversionViews(texts: texts, points: try await names())
        let page = view.list(
            open, past: try await desk.past(for: attendant.actor), beginning: beginning,
            done: request.asked("hecho").flatMap { Diversion.Offer(rawValue: $0) }
        ) { diversion in
            let path = "/mesa/rebalse/\(diversion.id)"
            let offers: HTML =
                attendant.actor.may(.offerDiversions, Scope.Target(point: diversion.point))
                ? "\(each: diversion.ways.offers, { form(DiversionForms.use.blank, "\(path)/usar/\($0.rawValue)", DiversionWords.word($0), .second, attendant) })"
                : HTML()
            let end: HTML? =
                attendant.actor.may(.manageDiversions, Scope.Target(point: diversion.point))
                ? form(DiversionForms.end.blank, path + "/terminar", "diversions.end.do", .plain, attendant) : nil
            return (offers, end)
        }
        return pages.make(request, context, as: nil, filling.map { page.answering($0) } ?? page).unlisted
    }

    private func showRules(
        _ request: Request, _ context: WebContext, _ attendant: Attendant, _ filling: Filling? = nil
    ) async throws -> Response {
        let asked = try await asked(attendant)
        let adding = form(
            filling ?? asked.ruling.blank, "/mesa/rebalse/reglas", "diversions.rule.do", .main, attendant)
        let page = DiversionViews(texts: pages.texts, points: try await names()).rules(
            try await desk.rules(for: attendant.actor), adding: adding
        ) { form(DiversionForms.unrule.blank, "/mesa/rebalse/reglas/\($0)/quitar", "diversions.unrule.do", .plain, attendant) }
        return pages.make(request, context, as: nil, filling.map { page.answering($0) } ?? page).unlisted
    }

    private func form(_ filling: Filling, _ path: String, _ button: TextKey, _ weight: Buttons.Weight, _ attendant: Attendant) -> HTML {
        forms.html(
            filling, action: pages.texts.address(path), button: button, weight: weight, texts: pages.texts, session: attendant.session)
    }

    private func asked(_ attendant: Attendant) async throws -> DiversionForms {
        let all = try await desk.points.all().sorted { $0.name < $1.name }
        return DiversionForms(
            managed: all.filter { attendant.actor.may(.manageDiversions, Scope.Target(point: $0.number)) }, all: all)
    }

    private func names() async throws -> [Int64: String] {
        try await desk.points.names()
    }

    private func manager(_ request: Request) async throws -> Attendant {
        let attendant = try await reception.attendant(request, pages.texts)
        guard attendant.actor.maySomewhere(.manageDiversions) else { throw Forbidden() }
        return attendant
    }
}
