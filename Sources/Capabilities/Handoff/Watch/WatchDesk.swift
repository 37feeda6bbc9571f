import Civic
import Logging
import Outbound
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
            links, SiteVisitor.Manners(userAgent: "Mozilla/5.0 (compatible; \(SiteVisitor.agent)-bot/1.0; +\(contact))"), log: log)
    }

    func round(
        _ links: OutsideLinks, _ manners: SiteVisitor.Manners, names: [String: String] = [:], log: Logger
    ) async throws -> Int {
        let (store, today) = (store, clock.today)
        let known = Set(try await database.read { try store.visits(from: today, to: today, $0) }.map(\.address))
        let addresses = Set(try await links.all().map(\.address)).subtracting(known)
        let clock = clock
        let count = try await SiteVisitor.round(addresses, manners, names: names, now: { clock.now.milliseconds }) { visit in
            do {
                try await database.write { try store.save(visit, $0) }
            } catch {
                log.warning("a visit could not be kept", metadata: ["error": "\(type(of: error))"])
            }
        }
        try await database.write { $0.announce(Self.topic) }
        return count
    }

    /// What can be said of an address today.
    func state(of address: String, on day: Day) async throws -> LinkState {
        let store = store
        return LinkState(try await database.read { try store.visits(of: address, since: day.adding(days: -400), $0) }, on: day)
    }
}
