import Civic
import Hummingbird
import Storage
import Web

/// `/mesa/brechas`: the register of breaches, for the officer and the auditors. Counts and clocks, nobody's data.
public struct BreachPages: Sendable {
    private let pages: Pages
    private let reception: Reception
    private let desk: BreachDesk
    private let clock: Clock

    public init(_ pages: Pages, reception: Reception, desk: BreachDesk, clock: Clock) {
        self.pages = pages
        self.reception = reception
        self.desk = desk
        self.clock = clock
    }

    public func mount(on router: PageRoutes) {
        let view = BreachViews(texts: pages.texts, clock: clock)
        router.get("/mesa/brechas") { request, context in
            try await permit(request)
            return pages.make(request, context, as: nil, view.list(try await desk.database.read { try desk.store.breaches($0) })).unlisted
        }
        router.get("/mesa/brechas/:code") { request, context in
            try await permit(request)
            let code = try MyRightsPages.code(context)
            let (found, fields) = try await desk.database.read { snapshot in
                let found = try desk.store.breach(code, snapshot)
                return (found, try found.map { try desk.store.fields(of: $0.id, snapshot) } ?? [])
            }
            guard let found else { throw Failure.notFound }
            return pages.make(request, context, as: nil, view.page(found, fields)).unlisted
        }
    }

    private func permit(_ request: Request) async throws {
        let attendant = try await reception.attendant(request, pages.texts)
        guard attendant.actor.maySomewhere(.readBreaches) else { throw Forbidden() }
    }
}
