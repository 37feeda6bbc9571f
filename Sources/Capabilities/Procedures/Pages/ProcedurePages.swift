import Civic
import HTTPTypes
import Hummingbird
import Web

/// `/tramites`: what can be done here from beginning to end; and `/mi/tramites`: doing it, one question a page.
public struct ProcedurePages: Sendable {
    private let place: OwnPlace
    private let forms: Forms
    private let desk: RunDesk
    private let territory: Territory
    /// How people reach the site: it stands on papers.
    private let base: String

    public init(_ place: OwnPlace, forms: Forms, desk: RunDesk, territory: Territory, base: String) {
        self.place = place
        self.forms = forms
        self.desk = desk
        self.territory = territory
        self.base = base
    }

    private var start: StartViews {
        let texts = place.pages.texts
        return StartViews(
            texts: texts, view: RunViews(texts: texts, territory: territory, today: desk.clock.today, root: "/mi/tramites"))
    }

    public func mount(on router: PageRoutes) {
        router.get("/tramites") { request, context in
            place.pages.make(request, context, start.all(try await desk.shelf.all()))
        }
        router.get("/tramites/:service") { request, context in
            guard let service = try await desk.shelf.newest(try context.parameters.require("service")) else { throw Failure.notFound }
            return place.pages.make(request, context, start.start(service))
        }
        router.get("/mi/tramites") { request, context in
            let (screens, caller) = try await screens(request, context)
            return try await screens.list(of: caller.person)
        }
        router.get("/mi/tramites/nuevo/:service") { request, context in
            try await screens(request, context).screens.beginning(try context.parameters.require("service"))
        }
        router.post("/mi/tramites/nuevo/:service") { request, context in
            let (screens, caller) = try await screens(request, context)
            return try await screens.begin(try context.parameters.require("service"), for: caller.person, request, context)
        }
        router.get("/mi/tramites/:code") { request, context in
            try await screens(request, context).screens.present(try context.runCode(), isNew: request.asked("presentada") == "si")
        }
        router.post("/mi/tramites/:code/registros") { request, context in
            try await screens(request, context).screens.retry(try context.runCode(), request, context)
        }
        router.post("/mi/tramites/:code/antecedentes") { request, context in
            try await screens(request, context).screens.complete(try context.runCode(), request, context)
        }
        router.post("/mi/tramites/:code/apelar") { request, context in
            try await screens(request, context).screens.appeal(try context.runCode(), request, context)
        }
        router.get("/mi/tramites/:code/preguntas/:question") { request, context in
            try await screens(request, context).screens.question(try context.runCode(), try context.parameters.require("question"))
        }
        router.post("/mi/tramites/:code/preguntas/:question") { request, context in
            try await screens(request, context).screens.answer(
                try context.runCode(), try context.parameters.require("question"), request, context)
        }
        router.get("/mi/tramites/:code/documentos/:paper") { request, context in
            try await screens(request, context).screens.paper(
                try context.runCode(), try context.parameters.require("paper"), base: base)
        }
        router.get("/mi/tramites/:code/revisar") { request, context in
            try await screens(request, context).screens.review(try context.runCode())
        }
        router.post("/mi/tramites/:code/revisar") { request, context in
            try await screens(request, context).screens.file(try context.runCode(), request, context)
        }
    }

    /// For whoever is signed in.
    private func screens(_ request: Request, _ context: WebContext) async throws -> (screens: RunPages, caller: Caller) {
        let (caller, place) = (try await place.caller(request), place)
        let screens = RunPages(
            desk: desk, forms: forms, pages: place.pages, territory: territory, root: "/mi/tramites", door: .web, actor: caller.actor,
            session: caller.session
        ) { try await place.response($0, for: caller, request, context) }
        return (screens, caller)
    }
}
