import Civic
import Hummingbird
import Logging
import NIOCore

/// What goes with a request through the router.
public struct WebContext: RequestContext {
    public var coreContext: CoreRequestContextStorage
    /// The other end of the connection: a person's machine, or a proxy of ours.
    public let peer: SocketAddress?
    /// The address of whoever asks, as far as it can be believed. It is for limits and for telling visits apart, and is never kept.
    public internal(set) var client: String
    /// What a person can read out on the telephone and an operator finds in the log.
    public internal(set) var requestID: String

    public init(source: ApplicationRequestContextSource) {
        coreContext = .init(source: source)
        peer = source.channel.remoteAddress
        client = source.channel.remoteAddress?.ipAddress ?? "none"
        requestID = ""
    }
}

extension WebContext {
    /// The id that stands in a part of the address, written as we write it. Throws `Failure.notFound` when none does.
    public func number(_ part: String) throws -> Int64 {
        let text = try parameters.require(part)
        guard let number = Int64(text), number > 0, "\(number)" == text else { throw Failure.notFound }
        return number
    }
}

/// Where all routes are mounted.
public typealias WebRouter = Router<WebContext>

/// Where the pages of one language are mounted: its part of the router.
public typealias PageRoutes = RouterGroup<WebContext>

extension Router where Context == WebContext {
    /// The part of the site that speaks this language: everything for the source, `/en` for English.
    public func part(in texts: Texts) -> PageRoutes { group(RouterPath(texts.prefix)) }
}
