import Civic
import Flows
import HTTPTypes
import Hummingbird
import Markup
import Ports
import Storage
import Web

/// `/mesa/auditoria/casos`: what happened in a case, by its code, for who audits: the timeline of its person, without what was written or
/// answered. That somebody looked is in the person's trace.
public struct CaseAuditPages: Sendable {
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

    private static let path = "/mesa/auditoria/casos"
    private static let code = Field.text("codigo", "procedures.audit.code", hint: "procedures.audit.code.hint", most: 20, width: .medium)
    private static let asking = Form("case-audit", [code])

    private var texts: Texts { pages.texts }

    public func mount(on router: PageRoutes) {
        router.get("/mesa/auditoria/casos") { request, context in
            ask(request, context, try await allowed(request), Self.asking.blank)
        }
        router.post("/mesa/auditoria/casos") { request, context in
            let attendant = try await allowed(request)
            switch try await forms.take(Self.asking, request, context, session: attendant.session) {
            case .refused(let filling): return ask(request, context, attendant, filling)
            case .accepted(let answers, _):
                let typed = try answers[Self.code]
                guard let code = CheckedCode(typed: typed) else {
                    let filling = Self.asking.refused([("codigo", typed)], at: "codigo", FieldProblem("procedures.verify.code.wrong"))
                    return ask(request, context, attendant, filling)
                }
                return pages.to("\(Self.path)/\(code.plain)")
            }
        }
        router.get("/mesa/auditoria/casos/:code") { request, context in
            let attendant = try await allowed(request)
            let (run, service, events) = try await desk.audited(try context.runCode(), by: attendant.actor)
            let page = page(run, service, events, try await names(events))
            return pages.make(request, context, as: nil, page).unlisted
        }
    }

    private func allowed(_ request: Request) async throws -> Attendant {
        let attendant = try await reception.attendant(request, texts)
        guard attendant.actor.maySomewhere(.readAudit) else { throw Forbidden() }
        return attendant
    }

    private func ask(_ request: Request, _ context: WebContext, _ attendant: Attendant, _ filling: Filling) -> Response {
        let page = Page(
            title: texts["procedures.audit"], trail: [Link(texts.address("/mesa/auditoria"), texts["desk.audit.title"])],
            main: """
                <div class="wide"><h1>\(texts["procedures.audit"])</h1>
                <p class="lead">\(texts["procedures.audit.lead"])</p>
                \(forms.html(
                    filling, action: texts.address(Self.path), button: "procedures.audit.do", texts: texts, session: attendant.session))</div>
                """)
        return pages.make(request, context, as: nil, filling.isRefused ? page.answering(filling) : page).unlisted
    }

    private func page(_ run: ProcedureRun, _ service: Service, _ events: [RunEvent], _ names: [Int64: String]) -> Page {
        let view = RunViews(
            texts: texts, territory: territory, today: desk.runs.clock.today, root: Self.path, name: "procedures.audit", hasPapers: false)
        let rows =
            [
                AnswerList.Row(texts["procedures.audit.service"], "\(view.words(service.title))"),
                AnswerList.Row(texts["procedures.audit.version"], HTML(text: "\(service.version) · \(service.digest.prefix(12))")),
                AnswerList.Row(texts["procedures.audit.outcome"], HTML(text: texts[outcome(run, service, view)])),
            ] + terms(run, service)
        return Page(
            title: texts("procedures.folio", ["code": run.code.description]),
            trail: [Link(texts.address(Self.path), texts["procedures.audit"])],
            main: """
                <div class="wide"><h1>\(texts("procedures.folio", ["code": run.code.description]))</h1>
                \(AnswerList.list(rows, texts: texts))
                <h2>\(texts["procedures.timeline"])</h2>
                \(Timeline.line(view.entries(run, service, events, [:], by: names), texts: texts))</div>
                """)
    }

    /// How long each stage has, and until when the one that it is in.
    private func terms(_ run: ProcedureRun, _ service: Service) -> [AnswerList.Row] {
        let stages = service.stages.compactMap { stage in
            stage.businessDays.map { "\(stage.title.said(in: texts.language).text): \(texts("procedures.draw.days", count: $0))" }
        }
        let due = run.due.map { due in
            texts(run.isLate(on: desk.runs.clock.today) ? "procedures.audit.late" : "procedures.stage.by", ["day": texts.long(due)])
        }
        let said = stages + [run.paused == nil ? due : texts["procedures.audit.paused"]].compactMap(\.self)
        return said.isEmpty ? [] : [AnswerList.Row(texts["procedures.audit.terms"], "\(each: said, { "\($0)<br>" })")]
    }

    /// Who of the staff acted: who they are, or their number where the account is gone.
    private func names(_ events: [RunEvent]) async throws -> [Int64: String] {
        var names: [Int64: String] = [:]
        for staff in Set(events.compactMap(\.staff)) {
            names[staff] = try await desk.signers.of(staff)?.signature ?? texts("procedures.audit.staff", ["number": "\(staff)"])
        }
        return names
    }

    private func outcome(_ run: ProcedureRun, _ service: Service, _ view: RunViews) -> TextKey {
        if run.outcome == nil { return "procedures.underWay" }
        return run.outcome == .granted && run.isAutomatic ? "procedures.audit.automatic" : view.state(run, service)
    }
}

extension CaseDesk {
    /// The run and its events, closed. Throws `Forbidden`, and `NotFound` where there is none.
    func audited(_ code: CheckedCode, by actor: Actor) async throws -> (ProcedureRun, Service, [RunEvent]) {
        guard actor.maySomewhere(.readAudit) else { throw Forbidden() }
        let (run, service) = try await known(code)
        let runs = runs
        let events = try await runs.database.write { transaction in
            try refuseOwn(run, actor, transaction)
            try transaction.record(Event("procedure.audited", object: .init("procedure_run", run.id), subject: run.subject), by: actor)
            return try runs.events.all(of: run, transaction)
        }
        return (run, service, events)
    }
}
