import Civic
import HTTPTypes
import Hummingbird
import Storage
import Web

extension Permission {
    /// Do a service together with a person who is there.
    public static let assistProcedures: Permission = "procedure.assist"
    /// Take cases and decide them by name.
    public static let decideProcedures: Permission = "procedure.decide"
}

/// `/mesa/tramites/:attention`: an agent does a service for the person who is attended, in the same contact. Both names are on the case.
public struct AssistedPages: Sendable {
    private let pages: Pages
    private let forms: Forms
    private let reception: Reception
    private let desk: RunDesk
    private let territory: Territory
    /// How people reach the site: it stands on papers.
    private let base: String

    public init(_ pages: Pages, forms: Forms, reception: Reception, desk: RunDesk, territory: Territory, base: String) {
        self.pages = pages
        self.forms = forms
        self.reception = reception
        self.desk = desk
        self.territory = territory
        self.base = base
    }

    public func mount(on router: PageRoutes) {
        router.get("/mesa/tramites/:attention") { request, context in
            let (screens, person) = try await screens(request, context)
            return try await screens.list(of: person)
        }
        router.get("/mesa/tramites/:attention/nuevo/:service") { request, context in
            try await screens(request, context).screens.beginning(try context.parameters.require("service"))
        }
        router.post("/mesa/tramites/:attention/nuevo/:service") { request, context in
            let (screens, person) = try await screens(request, context)
            return try await screens.begin(try context.parameters.require("service"), for: person, request, context)
        }
        router.get("/mesa/tramites/:attention/:code") { request, context in
            try await screens(request, context).screens.present(try context.runCode(), isNew: request.asked("presentada") == "si")
        }
        router.post("/mesa/tramites/:attention/:code/registros") { request, context in
            try await screens(request, context).screens.retry(try context.runCode(), request, context)
        }
        router.get("/mesa/tramites/:attention/:code/preguntas/:question") { request, context in
            try await screens(request, context).screens.question(try context.runCode(), try context.parameters.require("question"))
        }
        router.post("/mesa/tramites/:attention/:code/preguntas/:question") { request, context in
            try await screens(request, context).screens.answer(
                try context.runCode(), try context.parameters.require("question"), request, context)
        }
        router.get("/mesa/tramites/:attention/:code/documentos/:paper") { request, context in
            try await screens(request, context).screens.paper(
                try context.runCode(), try context.parameters.require("paper"), base: base)
        }
        router.get("/mesa/tramites/:attention/:code/revisar") { request, context in
            try await screens(request, context).screens.review(try context.runCode())
        }
        router.post("/mesa/tramites/:attention/:code/revisar") { request, context in
            try await screens(request, context).screens.file(try context.runCode(), request, context)
        }
    }

    /// For an agent in a contact of their own whose person is known; the disclosure asks for the proof that they are there.
    private func screens(_ request: Request, _ context: WebContext) async throws -> (screens: RunPages, person: PersonID) {
        let attendant = try await reception.attendant(request, pages.texts)
        let (contact, person) = try await desk.attended(InteractionID(try context.number("attention")), by: attendant.actor)
        let pages = pages
        let screens = RunPages(
            desk: desk, forms: forms, pages: pages, territory: territory, root: "/mesa/tramites/\(contact.id.number)",
            door: Door(medium: .desk, channel: contact.channel, interaction: contact.id, point: contact.point), actor: attendant.actor,
            session: attendant.session
        ) { pages.make(request, context, as: nil, $0).unlisted }
        return (screens, person)
    }
}
