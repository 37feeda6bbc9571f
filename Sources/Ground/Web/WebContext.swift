import Hummingbird
import Logging
import NIOCore

/// What goes with a request through the router.
public struct WebContext: RequestContext {
    public var coreContext: CoreRequestContextStorage
    /// The other end of the connection: a person's machine, or a proxy of ours.
    public let peer: SocketAddress?
    /// What a person can read out on the telephone and an operator finds in the log.
    public internal(set) var requestID: String

    public init(source: ApplicationRequestContextSource) {
        coreContext = .init(source: source)
        peer = source.channel.remoteAddress
        requestID = ""
    }
}

/// Where routes are mounted.
public typealias WebRouter = Router<WebContext>
