import Hummingbird
import Markup
import Web

/// `/api/fichas`, `/api/servicios` and `/api/sucursales`: the read API that clients of the network know. Their `access_token` is taken and
/// not asked for.
struct FichasPages {
    let shelf: OpenDataShelf

    init(_ shelf: OpenDataShelf) {
        self.shelf = shelf
    }

    func mount(on router: WebRouter) {
        let shelf = shelf
        router.get("/api/fichas") { request, _ in
            let found = try await Self.query(request).asyncMap { try await shelf.found($0) }
            let slice = FichasFeeds.Slice(maxResults: request.asked("maxResults"), pageToken: request.asked("pageToken"))
            return try await Self.answer(request, shelf) { $0.fichas(slice, found: found) }
        }
        router.get("/api/fichas/:ficha") { request, context in
            let code = try context.parameters.require("ficha")
            return try await Self.answer(request, shelf) { $0.ficha(code) }
        }
        router.get("/api/servicios") { request, _ in try await Self.answer(request, shelf) { $0.servicios } }
        router.get("/api/servicios/:servicio") { request, context in
            let key = try context.parameters.require("servicio")
            return try await Self.answer(request, shelf) { $0.servicio(key) }
        }
        router.get("/api/servicios/:servicio/fichas") { request, context in
            let key = try context.parameters.require("servicio")
            return try await Self.answer(request, shelf) { $0.fichas(of: key) }
        }
        router.get("/api/sucursales") { request, _ in try await Self.answer(request, shelf) { $0.sucursales } }
    }

    private static func query(_ request: Request) -> String? {
        request.asked("query").flatMap { $0.isEmpty ? nil : $0 }
    }

    /// In the form that was asked for: JSON, JSON in a function of the asker's, or XML. Nothing found is the API's own 404.
    private static func answer(_ request: Request, _ shelf: OpenDataShelf, _ make: (FichasFeeds) -> JSON?) async throws -> Response {
        let feeds = FichasFeeds(words: shelf.words, catalogue: try await shelf.desk.catalogue())
        let padding = request.asked("callback").flatMap { $0.isEmpty ? nil : $0 }
        if let padding, Padding(padding) == nil { throw Failure.badRequest }
        guard let json = make(feeds) else { throw Failure.notFound }
        switch request.asked("type") {
        case nil, "", "json":
            guard let padding = padding.flatMap(Padding.init) else { return shelf.answer(request, json.bytes) }
            return shelf.answer(request, type: "text/javascript; charset=utf-8", padding.wrap(json.embeddedBytes))
        case "xml":
            guard case .object(let members) = json, let root = members.first else { throw Failure.notFound }
            return shelf.answer(request, type: "text/xml; charset=utf-8", XML(root.name, json: root.value).document)
        default: throw Failure.badRequest
        }
    }
}

extension Optional {
    fileprivate func asyncMap<Other>(_ change: (Wrapped) async throws -> Other) async rethrows -> Other? {
        guard let self else { return nil }
        return try await change(self)
    }
}
