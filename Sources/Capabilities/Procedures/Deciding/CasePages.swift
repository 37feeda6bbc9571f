import Civic
import Flows
import HTTPTypes
import Hummingbird
import Markup
import Ports
import Storage
import Web

/// `/mesa/casos`: what waits for a decision, and deciding it.
public struct CasePages: Sendable {
    private let pages: Pages
    private let forms: Forms
    private let reception: Reception
    private let desk: CaseDesk
    private let territory: Territory

    public init(_ pages: Pages, forms: Forms, reception: Reception, desk: CaseDesk, territory: Territory) {
        self.pages = pages
        self.forms = forms
        self.reception = reception
        self.desk = desk
        self.territory = territory
    }

    private static let taking = Form("case-take", [])
    private static let freeing = Form("case-free", [])

    private var texts: Texts { pages.texts }
    private var today: Day { desk.runs.clock.today }
    private var view: RunViews {
        RunViews(texts: texts, territory: territory, today: today, root: "/mesa/casos", name: "procedures.cases", hasPapers: false)
    }

    public func mount(on router: PageRoutes) {
        CaseQueuePages(pages, forms: forms, reception: reception, desk: desk).mount(on: router)
        CaseReferralPages(pages, forms: forms, reception: reception, desk: desk).mount(on: router)
        CaseSuperiorPages(pages, forms: forms, reception: reception, desk: desk, view: view).mount(on: router)
        CaseProofPages(pages, forms: forms, reception: reception, desk: desk, territory: territory).mount(on: router)
        router.get("/mesa/casos") { request, context in try await list(request, context, isLate: false) }
        router.get("/mesa/casos/vencidos") { request, context in try await list(request, context, isLate: true) }
        router.post("/mesa/casos/:code/tomar") { request, context in
            let (attendant, code) = (try await reception.attendant(request, texts), try context.runCode())
            guard case .accepted(_, let once) = try await forms.take(Self.taking, request, context, session: attendant.session) else {
                return pages.to("/mesa/casos")
            }
            try await desk.take(code, by: attendant.actor, once: once)
            return pages.to("/mesa/casos/\(code.plain)")
        }
        router.post("/mesa/casos/:code/liberar") { request, context in
            let (attendant, code) = (try await reception.attendant(request, texts), try context.runCode())
            if case .accepted(_, let once) = try await forms.take(Self.freeing, request, context, session: attendant.session) {
                try await desk.release(code, nil, by: attendant.actor, once: once)
            }
            return pages.to("/mesa/casos")
        }
        router.get("/mesa/casos/:code") { request, context in
            try await show(request, context, try await reception.attendant(request, texts), try context.runCode(), nil)
        }
        router.get("/mesa/casos/:code/archivos/:question") { request, context in
            let attendant = try await reception.attendant(request, texts)
            let (file, bytes) = try await desk.file(
                try context.runCode(), try context.parameters.require("question"), by: attendant.actor)
            return Response.file(bytes, type: file.kind.mediaType, name: "archivo.\(file.kind.rawValue)")
        }
        for act in CaseAct.all {
            router.post("/mesa/casos/:code\(act.path)") { request, context in
                let (attendant, code) = (try await reception.attendant(request, texts), try context.runCode())
                let (run, service) = try await desk.known(code)
                let setting = setting(run, service)
                switch try await forms.take(act.form(setting), request, context, session: attendant.session) {
                case .refused(let filling): return try await show(request, context, attendant, code, filling)
                case .accepted(let answers, let once):
                    try await act.act(desk, code, setting, answers, attendant.actor, once)
                    return pages.to(act.keeps ? "/mesa/casos/\(code.plain)" : "/mesa/casos")
                }
            }
        }
    }

    private func list(_ request: Request, _ context: WebContext, isLate: Bool) async throws -> Response {
        let attendant = try await reception.attendant(request, texts)
        let all = try await desk.waiting(for: attendant.actor)
        let waiting = isLate ? all.filter { $0.run.isLate(on: today) } : all
        let untakable = try await desk.untakable(waiting, by: attendant.actor)
        let list = CaseListView(
            texts: texts, view: view, today: today, staff: attendant.staff, unanswered: try await desk.unanswered(waiting.map(\.run)),
            untakable: untakable
        ) { form($0, attendant) }
        let page =
            isLate
            ? list.late(waiting) : list.page(waiting, unnotified: try await desk.unnotified(for: attendant.actor))
        return pages.make(request, context, as: nil, page).unlisted
    }

    private func setting(_ run: ProcedureRun, _ service: Service) -> CaseAct.Setting {
        CaseAct.Setting(run: run, service: service, texts: texts, largest: desk.runs.limits.largestFile)
    }

    private func show(
        _ request: Request, _ context: WebContext, _ attendant: Attendant, _ code: CheckedCode, _ filling: Filling?
    ) async throws -> Response {
        let shown = try await desk.open(code, by: attendant.actor)
        let record = DecisionRecord(shown.opened.service, shown.opened.reckoning)
        let acts = CaseAct.all.filter { $0.isOffered(shown) }
        var setting = setting(shown.opened.run, shown.opened.service)
        (setting.reckoning, setting.wasAsked) = (try desk.foreseen(shown.opened), shown.wasAsked)
        setting.hasAttached = shown.opened.state.attached?.isEmpty == false
        let view = view.about(shown.opened, of: try await desk.runs.named(shown.opened))
        let more: HTML = """
            \(when: shown.opened.run.decided == nil || shown.opened.run.isUnderAppeal,
                view.explained.decided(record, shown.opened.service, isDecided: false))
            \(when: shown.opened.run.paused != nil && shown.opened.run.requested == nil,
                "<p><a class=\"onward\" href=\"\(texts.address("/mesa/casos/\(code.plain)/notificar"))\">\(texts["procedures.paused.notify"])</a></p>\n")\
            \(when: desk.canRefer(shown.opened), CaseReferralPages.link(code, texts))\
            \(CaseProofPages.list(desk.provable(shown.opened), code, texts))\
            \(each: acts, { act($0, shown, setting, attendant, filling, view) })
            """
        let notices = filling.map { forms.notices($0, texts: texts) } ?? HTML()
        let page = view.matter(shown, isNew: false, .init(signer: try await signer(shown.opened.run), notices: notices, more: more))
        return pages.make(request, context, as: nil, filling.map { page.answering($0) } ?? page).unlisted
    }

    private func signer(_ run: ProcedureRun) async throws -> String? {
        guard let decider = run.decider else { return nil }
        return try await desk.signers.of(decider)?.signature
    }

    private func act(
        _ act: CaseAct, _ shown: RunDesk.Shown, _ setting: CaseAct.Setting, _ attendant: Attendant, _ filling: Filling?, _ view: RunViews
    ) -> HTML {
        let run = shown.opened.run
        let form = act.form(setting)
        let filling = filling.flatMap { $0.isOf(form) ? $0.asked(by: form) : nil } ?? form.blank
        // What the definition asks of whoever has the case.
        let task = act.isTask ? shown.opened.service.stages.first { $0.id == run.stage }?.task : nil
        let remarks = act.remarks(setting)
        let body: HTML = """
            \(with: task, { "<p><strong>\(view.words($0))</strong></p>\n" })<p>\(texts[act.lead])</p>
            \(when: !remarks.isEmpty, Alert.box(.info, "\(each: remarks, { "<p>\(texts[$0])</p>\n" })", texts: texts))
            \(when: act.canBeDone(setting), forms.html(
                filling, action: texts.address("/mesa/casos/\(run.code.plain)\(act.path)"), button: act.button, weight: act.weight,
                isTold: false, texts: texts, session: attendant.session))
            """
        return act.weight == .main
            ? "<h2>\(texts[act.title])</h2>\n\(body)\n" : view.folded(texts[act.title], body, isOpen: filling.isRefused)
    }

    private func form(_ run: ProcedureRun, _ attendant: Attendant) -> HTML {
        let isFree = run.holder == nil
        return forms.html(
            (isFree ? Self.taking : Self.freeing).blank,
            action: texts.address("/mesa/casos/\(run.code.plain)/\(isFree ? "tomar" : "liberar")"),
            button: isFree ? "procedures.cases.take" : "procedures.cases.free", weight: isFree ? .second : .plain, texts: texts,
            session: attendant.session)
    }
}
