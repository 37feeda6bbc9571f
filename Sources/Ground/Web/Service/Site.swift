import Civic
import Hummingbird
import HummingbirdCore
import Logging
import NIOCore
import ServiceLifecycle

/// The server of the site: the front on the settings' address, within the settings' limits.
public struct Site: Sendable {
    let front: Front
    let failures: FailurePages
    let settings: Settings
    let log: Logger

    /// `router` must hold all its routes by now.
    public init(_ router: WebRouter, failures: FailurePages, settings: Settings, log: Logger) {
        let isSecure = settings.baseURL?.hasPrefix("https:") == true
        front = Front(router, failures: failures, isSecure: isSecure, trustedProxies: settings.trustedProxies, log: log)
        self.failures = failures
        self.settings = settings
        self.log = log
    }

    /// The service to run. `onRunning` gets the port once connections are taken.
    public func application(onRunning: @escaping @Sendable (Int) async -> Void = { _ in }) -> Application<Front> {
        let limits = settings.limits
        let pages = failures
        let isSecure = settings.baseURL?.hasPrefix("https:") == true
        let terms = Patience.Terms(
            head: .seconds(Int64(limits.headerSeconds)), body: .seconds(Int64(limits.bodySeconds)),
            idle: .seconds(Int64(limits.idleSeconds)),
            bodyBytes: limits.bodyBytes, document: { pages.document($0) }, headers: SecurityHeaders(isSecure: isSecure))
        var quiet = log
        quiet.logLevel = max(log.logLevel, .warning)
        return Application(
            responder: front,
            server: .http1(
                configuration: HTTP1Channel.Configuration(
                    additionalChannelHandlers: [Patience(terms)],
                    httpDecoderConfiguration: .init(
                        maxHeaderFieldSize: limits.headerBytes, maxHeaderListSize: limits.headerBytes, maxHeaderFieldCount: 100))),
            configuration: ApplicationConfiguration(
                address: .hostname(settings.host, port: settings.port), backlog: 1024,
                availableConnectionsDelegate: MaximumAvailableConnections(limits.connections, logger: quiet)),
            onServerRunning: { channel in await onRunning(channel.localAddress?.port ?? 0) },
            logger: quiet)
    }
}
