import AsyncHTTPClient
import Civic
import Logging
import NIOCore
import Ports
import Storage

/// Visits the addresses of the catalogue and keeps what it saw.
public struct WatchDesk: Sendable {
    /// Announced after each round.
    public static let topic = "outside.watch"

    private let database: Database
    private let clock: Clock
    private let store = WatchStore()

    public init(_ database: Database, clock: Clock) {
        self.database = database
        self.clock = clock
    }

    /// One round over all addresses, and how many were visited. `contact` is how a site's people reach us. Those that were visited today
    /// already are left out, so that a round which was cut goes on.
    public func round(_ links: OutsideLinks, contact: String, log: Logger) async throws -> Int {
        try await round(
            links, LinkVisitor.Manners(userAgent: "Mozilla/5.0 (compatible; \(LinkVisitor.agent)-bot/1.0; +\(contact))"), log: log)
    }

    func round(
        _ links: OutsideLinks, _ manners: LinkVisitor.Manners, names: [String: String] = [:], log: Logger
    ) async throws -> Int {
        let (store, today) = (store, clock.today)
        let known = Set(try await database.read { try store.visits(from: today, to: today, $0) }.map(\.address))
        let addresses = Set(try await links.all().map(\.address)).subtracting(known)
        let texts = Dictionary(addresses.compactMap { text in WebAddress(text).map { ($0, text) } }) { first, _ in first }
        let round = WatchRound(addresses)
        let client = HTTPClient(eventLoopGroupProvider: .singleton, configuration: Self.configuration(manners, names))
        let visitor = LinkVisitor(client: client, manners: manners, clock: clock)
        let rules = SiteRules(visitor)
        await round.run { address in
            let visit = await visitor.visit(texts[address] ?? address.text, robots: await rules.of(address))
            do {
                try await database.write { try store.save(visit, $0) }
            } catch {
                log.warning("a visit could not be kept", metadata: ["error": "\(type(of: error))"])
            }
        }
        try await client.shutdown()
        try await database.write { $0.announce(Self.topic) }
        return round.lanes.reduce(0) { $0 + $1.count }
    }

    /// What can be said of an address today.
    func state(of address: String, on day: Day) async throws -> LinkState {
        let store = store
        return LinkState(try await database.read { try store.visits(of: address, since: day.adding(days: -400), $0) }, on: day)
    }

    private static func configuration(_ manners: LinkVisitor.Manners, _ names: [String: String]) -> HTTPClient.Configuration {
        var configuration = HTTPClient.Configuration(
            redirectConfiguration: .disallow,
            timeout: .init(connect: .seconds(manners.patience), read: .seconds(manners.patience), write: .seconds(manners.patience)))
        configuration.httpVersion = .http1Only
        configuration.connectionPool.retryConnectionEstablishment = false
        configuration.connectionPool.concurrentHTTP1ConnectionsPerHostSoftLimit = WatchRound.perSite
        configuration.dnsOverride = names
        return configuration
    }
}

/// The robots.txt of each site, asked for once in a round.
private actor SiteRules {
    private let visitor: LinkVisitor
    private var asked: [String: Task<RobotsFile?, Never>] = [:]

    init(_ visitor: LinkVisitor) {
        self.visitor = visitor
    }

    func of(_ address: WebAddress) async -> RobotsFile? {
        if let task = asked[address.site] { return await task.value }
        let visitor = visitor
        let task = Task { visitor.manners.policy.allows(address) ? await visitor.robots(at: address) : nil }
        asked[address.site] = task
        return await task.value
    }
}
