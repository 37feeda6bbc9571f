import HTTPTypes
import Hummingbird
import ServiceLifecycle

extension Broadcast {
    /// Mounts the stream of events at a path.
    public func mount(_ path: RouterPath, on router: WebRouter) {
        router.get(path) { [self] request, context in try response(to: request, context) }
    }

    /// A stream that begins with the newest event, unless the request says that it was seen, and goes on until one end closes it.
    func response(to request: Request, _ context: WebContext) throws -> Response {
        guard hasRoom(for: context.client) else { throw Failure.unavailable }
        let client = context.client
        let seen = request.headers[Self.lastEventID].flatMap { Int64($0) }
        return Response(
            status: .ok,
            headers: [.contentType: "text/event-stream; charset=utf-8", .cacheControl: "no-store", Self.buffering: "no"],
            body: ResponseBody { [self] writer in
                // Here and not before: an answer that nobody reads never begins, and would be a listener for ever.
                guard let (number, bell, end) = join(client) else { return try await writer.finish(nil) }
                defer { leave(number) }
                var sent = seen
                try await writer.write(ServerSentEvent.retry)
                try await withGracefulShutdownHandler {
                    for await _ in bell {
                        if let event, event.version != sent {
                            try await writer.write(event.bytes)
                            sent = event.version
                        } else {
                            try await writer.write(ServerSentEvent.sign)
                        }
                    }
                } onGracefulShutdown: {
                    end()
                }
                try await writer.finish(nil)
            })
    }

    private static let lastEventID = HTTPField.Name("Last-Event-ID") ?? .eTag
    /// For proxies that would gather a stream before they pass it on.
    private static let buffering = HTTPField.Name("X-Accel-Buffering") ?? .eTag
}
