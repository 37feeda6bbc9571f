import Hummingbird
import Markup
import Web

/// `/datos/servicios` and `/datos/fichas/{number}`: the catalogue and each sheet as graphs, in Turtle and in JSON-LD.
struct LinkedPages {
    let shelf: OpenDataShelf

    init(_ shelf: OpenDataShelf) {
        self.shelf = shelf
    }

    /// How a graph is written, with the ending of its address.
    private enum Form: String, CaseIterable {
        case turtle = "ttl"
        case json = "jsonld"

        var type: String { self == .turtle ? "text/turtle; charset=utf-8" : "application/ld+json" }

        func bytes(_ graph: Graph) -> [UInt8] { self == .turtle ? graph.turtle : graph.linkedJSON.bytes }

        /// What a client that names no ending accepts; nil for whoever wants a page (RFC 9110 section 12.5.1).
        static func accepted(_ request: Request) -> Form? {
            let accepted = request.headers[.accept]?.lowercased() ?? ""
            if accepted.contains("text/turtle") { return .turtle }
            return accepted.contains("json") && !accepted.contains("text/html") ? .json : nil
        }
    }

    func mount(on router: WebRouter) {
        let shelf = shelf
        for form in Form.allCases {
            router.get("/datos/servicios.\(form.rawValue)") { request, _ in
                try await shelf.document(request, type: form.type) { words, catalogue in
                    form.bytes(CatalogueGraph(words: words, catalogue: catalogue).whole)
                }
            }
        }
        router.get("/datos/servicios") { request, _ in
            Self.seeOther(Form.accepted(request).map { "/datos/servicios.\($0.rawValue)" } ?? "/datos")
        }
        router.get("/datos/fichas/:file") { request, context in
            let name = try context.parameters.require("file")
            let parts = name.split(separator: ".", omittingEmptySubsequences: false)
            guard let number = Int(parts[0]), "\(number)" == parts[0], let sheet = try await shelf.desk.catalogue().sheet(number) else {
                throw Failure.notFound
            }
            if parts.count == 1 {
                return Self.seeOther(Form.accepted(request).map { "/datos/fichas/\(number).\($0.rawValue)" } ?? sheet.sheet.path)
            }
            guard parts.count == 2, let form = Form(rawValue: String(parts[1])) else { throw Failure.notFound }
            return try await shelf.document(request, type: form.type) { words, catalogue in
                guard let sheet = catalogue.sheet(number) else { throw Failure.notFound }
                return form.bytes(CatalogueGraph(words: words, catalogue: catalogue).graph(of: [sheet]))
            }
        }
    }

    /// A thing is not a document: its address leads to what is said of it.
    private static func seeOther(_ path: String) -> Response {
        var response = Response.redirect(to: path, type: .normal)
        response.headers[.vary] = "Accept"
        response.headers[.accessControlAllowOrigin] = "*"
        return response
    }
}
