import Civic
import Flows
import Hummingbird
import Markup
import Storage
import Web

/// `/mesa/casos/demoras`: delays that people denounced, for whoever answers for those who are late.
struct CaseSuperiorPages: Sendable {
    private let pages: Pages
    private let forms: Forms
    private let reception: Reception
    private let desk: CaseDesk
    private let view: RunViews

    init(_ pages: Pages, forms: Forms, reception: Reception, desk: CaseDesk, view: RunViews) {
        self.pages = pages
        self.forms = forms
        self.reception = reception
        self.desk = desk
        self.view = view
    }

    private static let noting = Form("case-note-delay", [])

    private var texts: Texts { pages.texts }

    func mount(on router: PageRoutes) {
        router.get("/mesa/casos/demoras") { request, context in
            let attendant = try await reception.attendant(request, texts)
            let denounced = try await desk.denounced(for: attendant.actor)
            return pages.make(request, context, as: nil, page(denounced, attendant)).unlisted
        }
        router.post("/mesa/casos/:code/conocer") { request, context in
            let (attendant, code) = (try await reception.attendant(request, texts), try context.runCode())
            if case .accepted(_, let once) = try await forms.take(Self.noting, request, context, session: attendant.session) {
                try await desk.takeNote(code, by: attendant.actor, once: once)
            }
            return pages.to("/mesa/casos/demoras")
        }
    }

    private func page(_ denounced: [(run: ProcedureRun, service: Service)], _ attendant: Attendant) -> Page {
        Page(
            title: texts["procedures.delays"], trail: [Link(texts.address("/mesa"), texts["desk.title"])],
            main: """
                <div class="wide"><h1>\(texts["procedures.delays"])</h1>
                <p class="lead">\(texts["procedures.delays.lead"])</p>
                \(denounced.isEmpty
                    ? EmptyState.box(texts["procedures.delays.none"], "<p>\(texts["procedures.delays.none.next"])</p>")
                    : "<ul class=\"sheets\">\n\(each: denounced, { row($0, $1, attendant) })</ul>")</div>
                """)
    }

    private func row(_ run: ProcedureRun, _ service: Service, _ attendant: Attendant) -> HTML {
        let day = run.denounced.map { texts("procedures.delays.since", ["day": texts.long($0)]) } ?? ""
        let due = run.due.map { texts("procedures.cases.due", ["day": texts.long($0)]) } ?? ""
        // Whoever is above has a day for it.
        let isOld = run.denounced.map { $0 < desk.runs.clock.today } == true
        return """
            <li><strong>\(view.words(service.title))</strong> <span class="quiet">\(run.code.description)</span>
            <p>\(isOld ? Tag.label(day, .attention) : HTML(text: day)) \(due)</p>
            <p class="quiet">\(run.owner.map { texts.owner($0, of: service) } ?? "") · \(texts[run.holder == nil ? "procedures.delays.nobody" : "procedures.cases.taken"])</p>
            \(forms.html(
                Self.noting.blank, action: texts.address("/mesa/casos/\(run.code.plain)/conocer"), button: "procedures.delays.note",
                texts: texts, session: attendant.session))</li>

            """
    }
}
