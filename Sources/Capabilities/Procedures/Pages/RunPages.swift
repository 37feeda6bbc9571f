import Civic
import Flows
import HTTPTypes
import Hummingbird
import Markup
import Ports
import Storage
import Web

/// Doing a service page by page, whoever does it: the person in their own place, or an agent for the person who is there.
struct RunPages {
    let desk: RunDesk
    let external: ExternalDesk
    let forms: Forms
    let pages: Pages
    let territory: Territory
    /// Who of the staff somebody is, for what they signed.
    let signers: DeskSelf
    let costs: SheetCosts
    /// Where the pages of runs stand: `/mi/tramites`, `/mesa/tramites/17`.
    let root: String
    let name: TextKey
    let door: Door
    let actor: Actor
    let session: BrowserSession
    let respond: @Sendable (Page) async throws -> Response

    private static let beginning = Form("procedure-begin", [])
    private static let retrying = Form("procedure-retry", [])

    var texts: Texts { pages.texts }
    var view: RunViews { RunViews(texts: texts, territory: territory, today: desk.clock.today, root: root, name: name) }

    /// The pages of one run; for the staff with whose it is.
    func view(_ opened: RunDesk.Opened, isTyped: Bool = false) async throws -> RunViews {
        var view = view.about(opened, of: actor.citizen == nil ? try await desk.named(opened) : nil)
        view.isTyped = isTyped
        return view
    }

    /// Whose pages these are, and for whom they are done.
    typealias Made = @Sendable (Request, WebContext) async throws -> (pages: RunPages, person: PersonID)

    /// The routes under a root, the same for whoever does it.
    /// `late` gives the pages of whoever sent a form and whose session had lapsed.
    static func mount(
        _ root: String, on router: PageRoutes, base: String, late: @escaping @Sendable (Request) async throws -> RunPages? = { _ in nil },
        _ make: @escaping Made
    ) {
        router.get("\(root)") { request, context in
            let (pages, person) = try await make(request, context)
            return try await pages.list(of: person)
        }
        router.get("\(root)/externos/:external") { request, context in
            let (pages, person) = try await make(request, context)
            return try await pages.elsewhere(try context.number("external"), of: person)
        }
        router.get("\(root)/nuevo/:service") { request, context in
            let (pages, person) = try await make(request, context)
            return try await pages.beginning(try context.parameters.require("service"), for: person)
        }
        router.post("\(root)/nuevo/:service") { request, context in
            let (pages, person) = try await make(request, context)
            return try await pages.begin(try context.parameters.require("service"), for: person, request, context)
        }
        router.post("\(root)/preparados/:preparation") { request, context in
            let (pages, person) = try await make(request, context)
            return try await pages.decline(try context.number("preparation"), of: person, request, context)
        }
        router.get("\(root)/:code") { request, context in
            try await make(request, context).pages.present(try context.runCode(), isNew: request.asked("presentada") == "si")
        }
        router.post("\(root)/:code/registros") { request, context in
            try await make(request, context).pages.retry(try context.runCode(), request, context)
        }
        router.get("\(root)/:code/preguntas/:question") { request, context in
            try await make(request, context).pages.question(
                try context.runCode(), try context.parameters.require("question"), place: request.asked("grupo").flatMap { Int($0) },
                isAdding: request.asked("agregar") == "si", isChanged: request.asked("cambio") == "si")
        }
        router.post("\(root)/:code/preguntas/:question") { request, context in
            do {
                return try await make(request, context).pages.answer(
                    try context.runCode(), try context.parameters.require("question"), request, context)
            } catch let needed as SignInNeeded {
                try await late(request)?.keepTyped(request, context)
                throw needed
            }
        }
        router.post("\(root)/:code/preguntas/:question/quitar") { request, context in
            try await make(request, context).pages.removeGroup(
                try context.runCode(), try context.parameters.require("question"), request, context)
        }
        router.get("\(root)/:code/archivos/:question") { request, context in
            try await make(request, context).pages.attached(try context.runCode(), try context.parameters.require("question"))
        }
        router.get("\(root)/:code/documentos/:paper") { request, context in
            try await make(request, context).pages.paper(
                try context.runCode(), try context.parameters.require("paper"), base: base)
        }
        for act in RunAct.all {
            router.post("\(root)/:code/\(act.path)") { request, context in
                try await make(request, context).pages.perform(act, try context.runCode(), request, context)
            }
        }
        router.get("\(root)/:code/revisar") { request, context in
            try await make(request, context).pages.review(try context.runCode())
        }
        router.post("\(root)/:code/revisar") { request, context in
            try await make(request, context).pages.file(try context.runCode(), request, context)
        }
    }

    func beginning(_ id: String, for person: PersonID) async throws -> Response {
        guard let service = try await desk.shelf.newest(id) else { throw Failure.notFound }
        try await desk.mustReach(service, at: door, by: actor)
        if let retirement = try await desk.shelf.retirement(of: id) {
            return try await retired(ServiceRetired(service: service, retirement: retirement), for: person)
        }
        let form = forms.html(
            Self.beginning.blank, action: texts.address("\(root)/nuevo/\(service.id)"), button: "procedures.begin", texts: texts,
            session: session)
        let before = try await desk.standing(service.id, of: person, at: door, by: actor)
        let cost = try await costs.cost(service.sheet)
        return try await respond(StartViews(texts: texts, view: view).begin(service, form, before: before, cost: cost))
    }

    func begin(_ id: String, for person: PersonID, _ request: Request, _ context: WebContext) async throws -> Response {
        guard case .accepted(_, let once) = try await forms.take(Self.beginning, request, context, session: session) else {
            return pages.to("\(root)/nuevo/\(id)")
        }
        do {
            return to(try await desk.begin(id, for: person, at: door, by: actor, once: once))
        } catch let retired as ServiceRetired {
            return try await self.retired(retired, for: person)
        }
    }

    func to(_ code: CheckedCode, _ rest: String = "") -> Response { pages.to("\(root)/\(code.plain)\(rest)") }

    /// Where the run stands: its case, or the step that comes next.
    func present(_ code: CheckedCode, isNew: Bool) async throws -> Response {
        let shown = try await desk.show(code, at: door, by: actor)
        let opened = shown.opened
        if opened.run.filed != nil { return try await matter(shown, isNew: isNew) }
        switch opened.effect {
        case .ask(let question): return to(code, "/preguntas/\(question.id)")
        case .review: return to(code, "/revisar")
        case .fetch, .identify: return try await respond(view(opened).waiting(opened, retry: retry(opened)))
        }
    }

    func retry(_ code: CheckedCode, _ request: Request, _ context: WebContext) async throws -> Response {
        if case .accepted = try await forms.take(Self.retrying, request, context, session: session) {
            try await desk.retry(code, at: door, by: actor)
        }
        return to(code)
    }

    /// The file that was given as an answer, to keep.
    func attached(_ code: CheckedCode, _ id: String) async throws -> Response {
        let (file, bytes) = try await desk.file(code, id, at: door, by: actor)
        return .file(bytes, type: file.kind.mediaType, name: "\(code.plain)-\(id).\(file.kind.rawValue)")
    }

    /// A paper of the run, to keep.
    func paper(_ code: CheckedCode, _ paper: String, base: String) async throws -> Response {
        guard let paper = CheckedCode(typed: paper) else { throw Failure.notFound }
        let bytes = try await desk.paper(code, paper, base: base, at: door, by: actor)
        return .file(bytes, type: "application/pdf", name: "\(paper.plain).pdf")
    }

    static func revision(_ request: Request) -> Int { request.asked("r").flatMap { Int($0) } ?? -1 }

    func retry(_ opened: RunDesk.Opened) -> HTML {
        forms.html(
            Self.retrying.blank, action: view.address(opened.run, "/registros"), button: "procedures.retry", weight: .second, texts: texts,
            session: session)
    }
}

extension WebContext {
    /// The code of a run in the address.
    func runCode() throws -> CheckedCode {
        guard let code = CheckedCode(typed: try parameters.require("code")) else { throw Failure.notFound }
        return code
    }
}
