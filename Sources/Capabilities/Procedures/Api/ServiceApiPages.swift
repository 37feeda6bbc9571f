import Civic
import Flows
import Foundation
import HTTPTypes
import Hummingbird
import Markup
import Storage
import Web

/// `/api/services` and `/api/applications`: the same services for programs of the person, in the person's own session. Each act names itself
/// with `Idempotency-Key`, which a page of another site cannot send.
public struct ServiceApiPages: Sendable {
    private let reception: Reception
    private let desk: RunDesk
    private let texts: Texts
    private let territory: Territory

    public init(reception: Reception, desk: RunDesk, texts: Texts, territory: Territory) {
        self.reception = reception
        self.desk = desk
        self.texts = texts
        self.territory = territory
    }

    private var json: RunJSON { RunJSON(texts: texts, values: ValueTexts(texts: texts, territory: territory)) }

    public func mount(on router: PageRoutes) {
        router.get("/api/services") { _, _ in Self.answer(.array(try await desk.shelf.offered().map(json.short))) }
        router.get("/api/services/:service") { _, context in
            let service: Service?
            do {
                service = try await desk.shelf.open(try context.parameters.require("service"))
            } catch let retired as ServiceRetired {
                return gone(retired)
            }
            guard let service else { throw Failure.notFound }
            return Self.answer(json.whole(service))
        }
        router.post("/api/services/:service/applications") { request, context in
            let (caller, once) = try await acting(request)
            let code: CheckedCode
            do {
                code = try await desk.begin(
                    try context.parameters.require("service"), for: caller.person, at: .api, by: caller.actor, once: once)
            } catch let retired as ServiceRetired {
                return gone(retired)
            }
            return Self.answer(json.run(try await desk.show(code, at: .api, by: caller.actor)), status: .created)
        }
        router.get("/api/applications/:code") { request, context in
            let caller = try await caller(request)
            return Self.answer(json.run(try await desk.show(try context.runCode(), at: .api, by: caller.actor)))
        }
        router.post("/api/applications/:code/answers") { request, context in
            let (caller, once) = try await acting(request)
            let (code, sent) = (
                try context.runCode(), try await body(SentAnswer.self, request, upTo: desk.limits.largestFile / 3 * 4 + 65_536)
            )
            let fault =
                if let file = sent.file {
                    try await desk.attach(
                        code, sent.question, file, revision: sent.revision, at: .api, by: caller.actor, once: once)
                } else {
                    try await desk.answer(
                        code, sent.question, sent.answer.input, revision: sent.revision, at: .api, by: caller.actor, once: once)
                }
            let shown = try await desk.show(code, at: .api, by: caller.actor)
            guard let fault, let question = shown.opened.question(sent.question) else { return Self.answer(json.run(shown)) }
            return Self.answer(json.problem(fault, question), status: .unprocessableContent)
        }
        router.post("/api/applications/:code/submission") { request, context in
            let (caller, once) = try await acting(request)
            let (code, sent) = (try context.runCode(), try await body(SentRevision.self, request))
            try await desk.file(code, revision: sent.revision, at: .api, by: caller.actor, once: once)
            return Self.answer(json.run(try await desk.show(code, at: .api, by: caller.actor)))
        }
    }

    /// The person, verified. A program is told so, and not led to a page.
    private func caller(_ request: Request) async throws -> Caller {
        do {
            return try await reception.citizen(request, texts)
        } catch is SignInNeeded {
            throw Failure.token
        }
    }

    private func acting(_ request: Request) async throws -> (Caller, OnceKey) {
        let caller = try await caller(request)
        guard let name = HTTPField.Name("Idempotency-Key"), let key = request.headers[name], (8...128).contains(key.utf8.count) else {
            throw Failure.badRequest
        }
        return (caller, OnceKey(key, scope: "api.procedures.\(caller.person.number)"))
    }

    private func body<Body: Decodable>(_ type: Body.Type, _ request: Request, upTo most: Int = 65_536) async throws -> Body {
        var request = request
        let bytes = try await request.collectBody(upTo: most)
        guard let body = try? JSONDecoder().decode(type, from: Data(bytes.readableBytesView)) else { throw Failure.badRequest }
        return body
    }

    private func gone(_ retired: ServiceRetired) -> Response {
        .bytes(json.retired(retired.retirement).bytes, type: "application/problem+json", status: .gone)
    }

    private static func answer(_ json: JSON, status: HTTPResponse.Status = .ok) -> Response {
        .bytes(json.bytes, type: "application/json", status: status)
    }
}
