import AsyncHTTPClient
import NIOCore

/// The order of a round: who is visited one after the other, and how many at once.
struct VisitRound {
    /// At most two at once at one site, and eight in all.
    static let perSite = 2
    static let inAll = 8

    /// Lanes: the addresses of a lane are visited one after the other.
    let lanes: [[WebAddress]]

    /// Each site has up to two lanes. Addresses that can't be read are in none.
    init(_ addresses: some Sequence<String>) {
        let sites = Dictionary(grouping: Set(addresses.compactMap(WebAddress.init)), by: \.site)
        lanes = sites.sorted { $0.key < $1.key }.flatMap { _, addresses in
            let sorted = addresses.sorted { $0.text < $1.text }
            return (0..<min(Self.perSite, sorted.count)).map { lane in
                stride(from: lane, to: sorted.count, by: Self.perSite).map { sorted[$0] }
            }
        }
    }

    /// Goes through all lanes, eight at once.
    func run(_ visit: @escaping @Sendable (WebAddress) async -> Void) async {
        await withTaskGroup(of: Void.self) { group in
            for (index, lane) in lanes.enumerated() {
                if index >= Self.inAll { await group.next() }
                group.addTask {
                    for address in lane where !Task.isCancelled { await visit(address) }
                }
            }
        }
    }
}

extension SiteVisitor {
    /// Visits each of these once and hands over what it saw as it comes; gives back how many there were. `names` lead to addresses of
    /// the network without asking for them, `now` are milliseconds since 1970 UTC.
    public static func round(
        _ addresses: Set<String>, _ manners: Manners, names: [String: String] = [:], now: @escaping @Sendable () -> Int64,
        seen: @escaping @Sendable (SiteVisit) async -> Void
    ) async throws -> Int {
        // The same address may be written in several ways: it is visited once, and seen as each of them.
        var written: [WebAddress: [String]] = [:]
        for text in addresses.sorted() {
            if let address = WebAddress(text) { written[address, default: []].append(text) }
        }
        let texts = written
        let round = VisitRound(addresses)
        let client = HTTPClient(eventLoopGroupProvider: .singleton, configuration: configuration(manners, names))
        let visitor = SiteVisitor(client: client, manners: manners, now: now)
        let rules = SiteRules(visitor)
        await round.run { address in
            let visit = await visitor.visit(address.text, robots: await rules.of(address))
            for text in texts[address] ?? [] { await seen(visit.of(text)) }
        }
        try await client.shutdown()
        return texts.values.reduce(0) { $0 + $1.count }
    }

    private static func configuration(_ manners: Manners, _ names: [String: String]) -> HTTPClient.Configuration {
        var configuration = HTTPClient.Configuration(
            redirectConfiguration: .disallow,
            timeout: .init(
                connect: .milliseconds(manners.patience), read: .milliseconds(manners.patience), write: .milliseconds(manners.patience)))
        configuration.httpVersion = .http1Only
        configuration.connectionPool.retryConnectionEstablishment = false
        configuration.connectionPool.concurrentHTTP1ConnectionsPerHostSoftLimit = VisitRound.perSite
        configuration.dnsOverride = names
        return configuration
    }
}
