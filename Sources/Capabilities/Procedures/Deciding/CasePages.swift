import Civic
import Flows
import HTTPTypes
import Hummingbird
import Markup
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
    private static let decision = Field.choice(
        "decision", "procedures.decide.which",
        [FieldOption("granted", "procedures.decide.grant"), FieldOption("refused", "procedures.decide.refuse")])
    private static let reason = Field.area("motivo", "procedures.decide.reason", hint: "procedures.decide.reason.hint", most: 4000)
    private static let wanted = Field.area("antecedentes", "procedures.pause.words", hint: "procedures.pause.hint", most: 4000, rows: 4)
    private static let pausing = Form("case-pause", [wanted])
    private static let longer = Field.area("ampliacion", "procedures.extend.words", most: 2000, rows: 4)
    private static let extending = Form("case-extend", [longer])
    private static let deciding = Form("case-decide", [decision, reason])

    private var texts: Texts { pages.texts }
    private var view: RunViews {
        RunViews(
            texts: texts, territory: territory, today: desk.runs.clock.today, root: "/mesa/casos", name: "procedures.cases",
            hasPapers: false)
    }

    public func mount(on router: PageRoutes) {
        router.get("/mesa/casos") { request, context in
            let attendant = try await reception.attendant(request, texts)
            let waiting = try await desk.waiting(for: attendant.actor)
            return pages.make(request, context, as: nil, list(waiting, attendant)).unlisted
        }
        router.post("/mesa/casos/:code/tomar") { request, context in
            let (attendant, code) = (try await reception.attendant(request, texts), try context.runCode())
            guard case .accepted(_, let once) = try await forms.take(Self.taking, request, context, session: attendant.session) else {
                return pages.to("/mesa/casos")
            }
            try await desk.take(code, by: attendant.actor, once: once)
            return pages.to("/mesa/casos/\(code.plain)")
        }
        router.get("/mesa/casos/:code") { request, context in
            let (attendant, code) = (try await reception.attendant(request, texts), try context.runCode())
            return try await show(request, context, attendant, code, Self.deciding.blank)
        }
        router.get("/mesa/casos/:code/archivos/:question") { request, context in
            let attendant = try await reception.attendant(request, texts)
            let (file, bytes) = try await desk.file(
                try context.runCode(), try context.parameters.require("question"), by: attendant.actor)
            return Response.file(bytes, type: file.kind.mediaType, name: "archivo.\(file.kind.rawValue)")
        }
        router.post("/mesa/casos/:code/detener") { request, context in
            let (attendant, code) = (try await reception.attendant(request, texts), try context.runCode())
            switch try await forms.take(Self.pausing, request, context, session: attendant.session) {
            case .refused(let filling): return try await show(request, context, attendant, code, filling)
            case .accepted(let answers, let once):
                try await desk.pause(code, try answers[Self.wanted], by: attendant.actor, once: once)
                return pages.to("/mesa/casos/\(code.plain)")
            }
        }
        router.post("/mesa/casos/:code/ampliar") { request, context in
            let (attendant, code) = (try await reception.attendant(request, texts), try context.runCode())
            switch try await forms.take(Self.extending, request, context, session: attendant.session) {
            case .refused(let filling): return try await show(request, context, attendant, code, filling)
            case .accepted(let answers, let once):
                try await desk.extend(code, try answers[Self.longer], by: attendant.actor, once: once)
                return pages.to("/mesa/casos/\(code.plain)")
            }
        }
        router.post("/mesa/casos/:code") { request, context in
            let (attendant, code) = (try await reception.attendant(request, texts), try context.runCode())
            switch try await forms.take(Self.deciding, request, context, session: attendant.session) {
            case .refused(let filling): return try await show(request, context, attendant, code, filling)
            case .accepted(let answers, let once):
                let outcome: ProcedureRun.Outcome = try answers[Self.decision] == "granted" ? .granted : .refused
                try await desk.decide(code, outcome, try answers[Self.reason], by: attendant.actor, once: once)
                return pages.to("/mesa/casos")
            }
        }
    }

    private func show(
        _ request: Request, _ context: WebContext, _ attendant: Attendant, _ code: CheckedCode, _ filling: Filling
    ) async throws -> Response {
        let shown = try await desk.open(code, by: attendant.actor)
        func form(_ form: Form, _ path: String, _ button: TextKey, _ weight: Buttons.Weight) -> HTML {
            forms.html(
                filling.isOf(form) ? filling : form.blank, action: texts.address("/mesa/casos/\(code.plain)\(path)"), button: button,
                weight: weight, texts: texts, session: attendant.session)
        }
        let run = shown.opened.run
        let isOpen = run.decided == nil && run.paused == nil
        let isExtendable =
            isOpen && shown.opened.service.stages.first { $0.id == run.stage }?.longer != nil
            && !shown.events.contains { $0.kind == .extended && $0.stage == run.stage }
        let record = DecisionRecord(shown.opened.service, shown.opened.reckoning)
        let more: HTML = """
            \(ExplanationViews(texts: texts, values: view.values).decided(record, shown.opened.service, isDecided: false))
            <h2>\(texts["procedures.decide"])</h2>
            \(with: task(shown), { "<p><strong>\(view.words($0))</strong></p>\n" })<p>\(texts["procedures.decide.lead"])</p>
            \(form(Self.deciding, "", "procedures.decide.sign", .main))
            \(when: isOpen, "<h2>\(texts["procedures.pause.title"])</h2>\n<p>\(texts["procedures.pause.lead"])</p>\n\(form(Self.pausing, "/detener", "procedures.pause.do", .second))\n")\
            \(when: isExtendable, "<h2>\(texts["procedures.extend.title"])</h2>\n<p>\(texts["procedures.extend.lead"])</p>\n\(form(Self.extending, "/ampliar", "procedures.extend.do", .second))\n")
            """
        return pages.make(request, context, as: nil, view.matter(shown, isNew: false, more: more).answering(filling)).unlisted
    }

    /// What the definition asks of whoever has the case.
    private func task(_ shown: RunDesk.Shown) -> Words? {
        shown.opened.service.stages.first { $0.id == shown.opened.run.stage }?.task
    }

    private func list(_ waiting: [(run: ProcedureRun, service: Service)], _ attendant: Attendant) -> Page {
        Page(
            title: texts["procedures.cases"], trail: [Link(texts.address("/mesa"), texts["desk.title"])],
            main: """
                <div class="wide"><h1>\(texts["procedures.cases"])</h1>
                \(waiting.isEmpty
                    ? EmptyState.box(texts["procedures.cases.none"], "<p>\(texts["procedures.cases.none.next"])</p>")
                    : "<ul class=\"sheets\">\n\(each: waiting, { row($0, $1, attendant) })</ul>")</div>
                """)
    }

    private func row(_ run: ProcedureRun, _ service: Service, _ attendant: Attendant) -> HTML {
        let filed = run.filed.map { texts("procedures.cases.filed", ["day": texts.long(Day(of: $0))]) } ?? ""
        let due = run.due.map { texts("procedures.cases.due", ["day": texts.long($0)]) } ?? ""
        let isLate = run.due.map { $0 < desk.runs.clock.today } ?? false
        return """
            <li><strong>\(view.words(service.title))</strong> <span class="quiet">\(run.code.description)</span>
            \(when: run.isUnderAppeal, "\(Tag.label(texts["procedures.cases.appeal"], .attention)) ")\
            \(when: run.paused != nil, "\(Tag.label(texts["procedures.cases.paused"])) ")\
            <p>\(filed) \(isLate ? Tag.label(due, .attention) : HTML(text: due))</p>
            \(way(run, attendant))</li>

            """
    }

    private func way(_ run: ProcedureRun, _ attendant: Attendant) -> HTML {
        if run.holder == attendant.staff {
            return "<a href=\"\(texts.address("/mesa/casos/\(run.code.plain)"))\">\(texts["procedures.cases.open"])</a>"
        }
        guard run.holder == nil else { return "<p class=\"quiet\">\(texts["procedures.cases.taken"])</p>" }
        return forms.html(
            Self.taking.blank, action: texts.address("/mesa/casos/\(run.code.plain)/tomar"), button: "procedures.cases.take",
            weight: .second,
            texts: texts, session: attendant.session)
    }
}
