import Civic
import Flows
import HTTPTypes
import Hummingbird
import Ports
import Web

/// `/tramites`: what can be done here from beginning to end; and `/mi/tramites`: doing it, one question a page.
public struct ProcedurePages: Sendable {
    private let place: OwnPlace
    private let forms: Forms
    private let desk: RunDesk
    private let external: ExternalDesk
    private let territory: Territory
    private let signers: DeskSelf
    private let costs: SheetCosts
    /// How people reach the site: it stands on papers.
    private let base: String

    public init(
        _ place: OwnPlace, forms: Forms, desk: RunDesk, external: ExternalDesk, territory: Territory, signers: DeskSelf,
        costs: SheetCosts, base: String
    ) {
        self.place = place
        self.forms = forms
        self.desk = desk
        self.external = external
        self.territory = territory
        self.signers = signers
        self.costs = costs
        self.base = base
    }

    private var start: StartViews {
        let texts = place.pages.texts
        return StartViews(
            texts: texts,
            view: RunViews(
                texts: texts, territory: territory, today: desk.clock.today, root: "/mi/tramites",
                name: "procedures.mine"))
    }

    public func mount(on router: PageRoutes) {
        router.get("/tramites") { request, context in
            place.pages.make(request, context, start.all(try await desk.shelf.offered()))
        }
        router.get("/tramites/:service") { request, context in
            do {
                guard let service = try await desk.shelf.open(try context.parameters.require("service")) else { throw Failure.notFound }
                return place.pages.make(request, context, start.start(service, cost: try await costs.cost(service.sheet)))
            } catch let retired as ServiceRetired {
                let page = start.retired(retired, sheet: try await desk.sheetPath(retired.service))
                return place.pages.make(request, context, page).unlisted
            }
        }
        RunPages.mount("/mi/tramites", on: router, base: base) { request in
            try await place.lapsed(request).map { pages(for: $0) { _ in throw Failure.signIn } }
        } _: { request, context in
            let (caller, place) = (try await place.caller(request), place)
            return (pages(for: caller) { try await place.response($0, for: caller, request, context) }, caller.person)
        }
    }

    private func pages(for caller: Caller, respond: @escaping @Sendable (Page) async throws -> Response) -> RunPages {
        RunPages(
            desk: desk, external: external, forms: forms, pages: place.pages, territory: territory, signers: signers, costs: costs,
            root: "/mi/tramites",
            name: "procedures.mine", door: .web, actor: caller.actor, session: caller.session, respond: respond)
    }
}
