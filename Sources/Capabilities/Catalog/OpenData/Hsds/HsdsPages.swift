import Civic
import Hummingbird
import Markup
import Web

/// `/api/hsds`: the catalogue as the Human Services Data Specification 3.0 asks for it.
struct HsdsPages {
    let shelf: OpenDataShelf

    init(_ shelf: OpenDataShelf) {
        self.shelf = shelf
    }

    func mount(on router: WebRouter) {
        let shelf = shelf
        router.get("/api/hsds") { request, _ in shelf.answer(request, try await Self.desk(shelf).root.bytes) }
        router.get("/api/hsds/services") { request, _ in
            let (desk, narrowing, page) = (try await Self.desk(shelf), try await Self.narrowing(request, shelf), try Self.page(request))
            let (isMinimal, isFull) = (try Self.flag("minimal", request), try Self.flag("full", request))
            return shelf.answer(
                request, page.json(desk.services(narrowing)) { isMinimal ? $0.minimal : isFull ? desk.full($0) : $0.short }.bytes)
        }
        router.get("/api/hsds/services/:id") { request, context in
            let (desk, id) = (try await Self.desk(shelf), try context.parameters.require("id"))
            guard let service = desk.service(id: id.lowercased()) else { throw Failure.notFound }
            return shelf.answer(request, desk.full(service).bytes)
        }
        router.get("/api/hsds/organizations") { request, _ in
            let (desk, page) = (try await Self.desk(shelf), try Self.page(request))
            let (isFull, isWhole) = (try Self.flag("full", request), try Self.flag("full_service", request))
            return shelf.answer(
                request,
                page.json(desk.organizations(named: request.asked("search"))) {
                    isFull || isWhole ? $0.full(desk.services(of: $0), isWhole: isWhole) : $0.short
                }.bytes)
        }
        router.get("/api/hsds/organizations/:id") { request, context in
            let (desk, id) = (try await Self.desk(shelf), try context.parameters.require("id").lowercased())
            guard let organization = desk.organizations().first(where: { $0.id == id }) else { throw Failure.notFound }
            let isWhole = try Self.flag("full_service", request)
            return shelf.answer(request, organization.full(desk.services(of: organization), isWhole: isWhole).bytes)
        }
        router.get("/api/hsds/service_at_locations") { request, _ in
            let (desk, narrowing, page) = (try await Self.desk(shelf), try await Self.narrowing(request, shelf), try Self.page(request))
            let isFull = try Self.flag("full", request)
            return shelf.answer(
                request, page.json(desk.pairings(narrowing)) { $0.service.placeAlone(at: $0.location, isFull: isFull) }.bytes)
        }
        router.get("/api/hsds/service_at_locations/:id") { request, context in
            let (desk, id) = (try await Self.desk(shelf), try context.parameters.require("id").lowercased())
            guard let found = desk.pairing(id: id) else { throw Failure.notFound }
            return shelf.answer(request, found.service.placeAlone(at: found.location, isFull: true).bytes)
        }
    }

    private static func desk(_ shelf: OpenDataShelf) async throws -> HsdsDesk {
        HsdsDesk(words: shelf.words, catalogue: try await shelf.desk.catalogue())
    }

    private static func page(_ request: Request) throws -> HsdsPage {
        guard let page = HsdsPage(page: request.asked("page"), perPage: request.asked("per_page")) else { throw Failure.badRequest }
        return page
    }

    private static func flag(_ name: String, _ request: Request) throws -> Bool {
        switch request.asked(name) {
        case nil, "false": false
        case "true": true
        default: throw Failure.badRequest
        }
    }

    private static func narrowing(_ request: Request, _ shelf: OpenDataShelf) async throws -> HsdsDesk.Narrowing {
        var narrowing = HsdsDesk.Narrowing()
        if let text = request.asked("search"), !text.isEmpty { narrowing.found = try await shelf.found(text) }
        narrowing.organization = request.asked("organization_id")?.lowercased()
        if let text = request.asked("modified_after") {
            guard let day = Day(iso: String(text.prefix(10))) else { throw Failure.badRequest }
            narrowing.modifiedAfter = day
        }
        return narrowing
    }
}
