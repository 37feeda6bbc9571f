import Civic
import HTTPTypes
import Hummingbird
import Ports
import Storage
import Web

extension Permission {
    /// Do a service together with a person who is there.
    public static let assistProcedures: Permission = "procedure.assist"
    /// Take cases and decide them by name.
    public static let decideProcedures: Permission = "procedure.decide"
    /// Be told of delays that people denounce, and answer for them to whoever is late.
    public static let overseeProcedures: Permission = "procedure.oversee"
}

/// `/mesa/tramites/:attention`: an agent does a service for the person who is attended, in the same contact. Both names are on the case.
public struct AssistedPages: Sendable {
    private let pages: Pages
    private let forms: Forms
    private let reception: Reception
    private let desk: RunDesk
    private let external: ExternalDesk
    private let territory: Territory
    private let signers: DeskSelf
    private let costs: SheetCosts
    /// How people reach the site: it stands on papers.
    private let base: String

    public init(
        _ pages: Pages, forms: Forms, reception: Reception, desk: RunDesk, external: ExternalDesk, territory: Territory, signers: DeskSelf,
        costs: SheetCosts, base: String
    ) {
        self.pages = pages
        self.forms = forms
        self.reception = reception
        self.desk = desk
        self.external = external
        self.territory = territory
        self.signers = signers
        self.costs = costs
        self.base = base
    }

    public func mount(on router: PageRoutes) {
        RunPages.mount("/mesa/tramites/:attention", on: router, base: base) { try await made($0, $1) }
    }

    /// For an agent in a contact of their own whose person is known; the disclosure asks for the proof that they are there.
    private func made(_ request: Request, _ context: WebContext) async throws -> (pages: RunPages, person: PersonID) {
        let attendant = try await reception.attendant(request, pages.texts)
        let (contact, person) = try await desk.attended(InteractionID(try context.number("attention")), by: attendant.actor)
        let pages = pages
        let screens = RunPages(
            desk: desk, external: external, forms: forms, pages: pages, territory: territory, signers: signers, costs: costs,
            root: "/mesa/tramites/\(contact.id.number)",
            name: "procedures.theirs",
            door: Door(attending: person, in: contact.id, channel: contact.channel, point: contact.point), actor: attendant.actor,
            session: attendant.session
        ) { pages.make(request, context, as: nil, $0).unlisted }
        return (screens, person)
    }
}
