import HTTPTypes
import Hummingbird
import Logging
import NIOHTTP1

/// What every request passes on its way in and every answer on its way out: the number, the check of the path, the page for what
/// went wrong, the headers that protect, the count and the line in the log.
public struct Front: HTTPResponder {
    public typealias Context = WebContext

    private let router: RouterResponder<WebContext>
    private let routes: RouteTable
    private let failures: FailurePages
    private let headers: SecurityHeaders
    private let identifiers: RequestIdentifiers
    private let addresses: ClientAddress
    private let measures = RequestMeasures()
    private let log: Logger

    /// `isSecure` when people reach the site by https. Routes that are mounted later are not seen.
    public init(_ router: WebRouter, failures: FailurePages, isSecure: Bool, trustedProxies: Set<String>, log: Logger) {
        self.router = router.buildResponder()
        routes = RouteTable(router)
        self.failures = failures
        headers = SecurityHeaders(isSecure: isSecure)
        identifiers = RequestIdentifiers(trustedProxies: trustedProxies)
        addresses = ClientAddress(trustedProxies: trustedProxies)
        self.log = log
    }

    public func respond(to request: Request, context: WebContext) async throws -> Response {
        let began = ContinuousClock.now
        var context = context
        context.requestID = identifiers.identifier(of: request, from: context.peer)
        context.client = addresses.client(of: request.headers, from: context.peer)
        var response: Response
        do {
            response = try await answer(request, context)
        } catch let error as HTTPParserError {
            throw error
        } catch {
            response = report(error, request, context)
        }
        headers.add(to: &response.headers)
        response.headers.append(HTTPField(name: RequestIdentifiers.field, value: context.requestID))
        if request.method == .head { response = response.createHeadResponse() }
        let took = began.duration(to: .now)
        let route = context.endpointPath ?? "none"
        measures.count(request, route: route, response.status, took)
        log.info(
            "request",
            metadata: [
                "id": "\(context.requestID)", "method": "\(request.method.rawValue.prefix(16))", "route": "\(route)",
                "status": "\(response.status.code)",
                "microseconds": "\(took.components.seconds * 1_000_000 + took.components.attoseconds / 1_000_000_000_000)",
            ])
        return response
    }

    private func answer(_ request: Request, _ context: WebContext) async throws -> Response {
        switch RequestPath.verdict(on: request.head.path ?? "") {
        case .bad: throw Failure.badRequest
        case .slashAtEnd(let path) where request.method == .get || request.method == .head:
            return .redirect(to: path + (request.uri.query.map { "?" + $0 } ?? ""), type: .permanent)
        case .slashAtEnd, .good: break
        }
        let asked = request.method == .head ? request.asked(by: .get) : request
        do {
            return try await router.respond(to: asked, context: context)
        } catch let failure as Failure where context.endpointPath == Self.unmatched {
            let allowed = routes.methods(of: request.uri.path)
            // An address to which a form is sent, opened or read again: what one was at stands above it.
            if allowed == [.post], asked.method == .get, !Problem.isWanted(by: request), let page = routes.page(above: request.uri.path) {
                return .redirect(to: page, type: .normal)
            }
            throw allowed.isEmpty ? failure : Failure.method(allowed: allowed)
        }
    }

    /// Where somebody goes on whose act was refused: the page of it, or the one above.
    private func back(of failure: Failure, _ request: Request) -> String? {
        let (path, isAct) = (request.uri.path, request.method == .post)
        guard failure.status == .conflict || (failure.status == .forbidden && isAct) else { return nil }
        return routes.page(above: isAct ? path : String(path[..<(path.lastIndex(of: "/") ?? path.startIndex)]))
    }

    private static let refusals: Set<Int> = [401, 403, 429]

    /// What the router writes down as the route when it found none.
    private static let unmatched = "NotFound"

    private func report(_ error: any Error, _ request: Request, _ context: WebContext) -> Response {
        let failure = Failure(error)
        if failure.isFault {
            // The kind of error, and what it says of itself: errors of ours carry no personal data.
            log.error(
                "fault",
                metadata: [
                    "id": "\(context.requestID)", "route": "\(context.endpointPath ?? "none")", "error": "\(type(of: error))",
                    "reason": "\(error)",
                ])
        }
        if Self.refusals.contains(failure.status.code) {
            // Somebody asked for what is not theirs, or too often: which route and which request, never who or what was asked.
            log.notice(
                "refused",
                metadata: [
                    "id": "\(context.requestID)", "route": "\(context.endpointPath ?? "none")", "status": "\(failure.status.code)",
                    "reason": "\(failure.title)",
                ])
        }
        return failures.response(failure, requestID: context.requestID, back: back(of: failure, request), to: request)
    }
}

extension Request {
    /// The same request with another method.
    fileprivate func asked(by method: HTTPRequest.Method) -> Request {
        var head = head
        head.method = method
        return Request(head: head, body: body)
    }
}
