import Civic
import Logging
import Outbound
import Ports
import Storage
import TestKit
import Testing

@testable import Handoff

@Suite("The watch over links that lead out")
struct WatchTests {
    /// Visits paths of `site.test` and gives back what was kept of each.
    private func watch(
        _ paths: [String], host: String = "site.test", on engine: Engine = .sqlite, _ manners: SiteVisitor.Manners = Outside.manners,
        then: @escaping @Sendable ([String: SiteVisit], OutsideServer) throws -> Void
    ) async throws {
        try await OutsideServer.open { server, port in
            try await engine.withDatabase(Outside.schemas) { database in
                let desk = WatchDesk(database, clock: .system)
                let links = Outside.links(paths.map { Outside.link("http://\(host):\(port)\($0)") })
                let count = try await desk.round(links, manners, names: Outside.names, log: Logger(label: "test"))
                #expect(count == paths.count)
                let today = Clock.system.today
                let visits = try await database.read {
                    try WatchStore().visits(from: today.adding(days: -1), to: today.adding(days: 1), $0)
                }
                try then(
                    Dictionary(uniqueKeysWithValues: visits.map { ($0.address.replacing("http://\(host):\(port)", with: ""), $0) }), server)
            }
        }
    }

    @Test("tells an answer from each kind of break, and keeps what it saw", arguments: Engine.available)
    func kinds(_ engine: Engine) async throws {
        let paths = ["/index", "/gone", "/guarded", "/broken", "/near", "/far", "/down", "/loop", "/no-head", "/long"]
        try await watch(paths, on: engine) { seen, server in
            let outcomes = seen.mapValues(\.outcome)
            #expect(
                outcomes == [
                    "/index": .answered, "/gone": .notFound, "/guarded": .declined, "/broken": .failed, "/near": .answered, "/far": .moved,
                    "/down": .redirects, "/loop": .redirects, "/no-head": .answered, "/long": .answered,
                ])
            #expect(seen["/broken"]?.status == 502)
            #expect(seen["/near"]?.finalAddress?.hasSuffix("/here?a=1") == true && seen["/index"]?.finalAddress == nil)
            #expect(seen["/far"]?.finalAddress?.hasPrefix("http://other.test:") == true)
            #expect(server.seen.allSatisfy { $0.userAgent == "ventanilla-test" } && !server.seen.contains { $0.host == "forbidden.test" })
            #expect(server.written < OutsideServer.longest, "a page without an end is left after its first bytes")
        }
    }

    @Test("a site that never answers is left when the time is over, twice", arguments: Engine.available)
    func silence(_ engine: Engine) async throws {
        var manners = Outside.manners
        manners.patience = 100
        try await watch(["/never"], on: engine, manners) { seen, _ in
            #expect(seen["/never"]?.outcome == .timeout && seen["/never"]?.status == nil)
        }
    }

    @Test("a break is said to be one after a second try, and HEAD is enough where it works")
    func retry() async throws {
        try await watch(["/once", "/index"]) { seen, server in
            #expect(seen["/once"]?.outcome == .answered)
            #expect(server.seen.filter { $0.path == "/once" }.map(\.method) == ["HEAD", "GET", "HEAD"])
            #expect(server.seen.filter { $0.path == "/index" }.map(\.method) == ["HEAD"])
        }
    }

    @Test("it stays out of where a site does not want programs, and says so")
    func robots() async throws {
        try await watch(["/closed/form", "/open"], host: "strict.test") { seen, server in
            #expect(seen.mapValues(\.outcome) == ["/closed/form": .declined, "/open": .answered])
            #expect(!server.seen.contains { $0.path.hasPrefix("/closed") })
            #expect(server.seen.filter { $0.path == "/robots.txt" }.count == 1)
        }
    }

    @Test("at most two at once at one site, and eight in all")
    func manners() async throws {
        try await OutsideServer.open { server, port in
            try await Engine.sqlite.withDatabase(Outside.schemas) { database in
                let links = Outside.links(
                    (0..<12).flatMap { site in (0..<3).map { Outside.link("http://s\(site).test:\(port)/slow\($0)") } })
                let desk = WatchDesk(database, clock: .system)
                _ = try await desk.round(links, Outside.manners, names: Outside.names, log: Logger(label: "test"))
                #expect(server.seen.filter { $0.path.hasPrefix("/slow") }.count == 36)
                #expect(server.most.filter { $0.key != "*" }.values.max() == 2)
                #expect(server.most["*"].map { 1...8 ~= $0 } == true)
            }
        }
    }

    @Test("a round that was cut goes on where it stopped", arguments: Engine.available)
    func goesOn(_ engine: Engine) async throws {
        try await OutsideServer.open { server, port in
            try await engine.withDatabase(Outside.schemas) { database in
                let desk = WatchDesk(database, clock: .system)
                let (one, two) = (Outside.link("http://site.test:\(port)/one"), Outside.link("http://site.test:\(port)/two"))
                let log = Logger(label: "test")
                #expect(try await desk.round(Outside.links([one]), Outside.manners, names: Outside.names, log: log) == 1)
                #expect(try await desk.round(Outside.links([one, two]), Outside.manners, names: Outside.names, log: log) == 1)
                #expect(server.seen.filter { $0.path == "/one" }.count == 1)
                guard case .answered = try await desk.state(of: two.address, on: Clock.system.today) else {
                    Issue.record("it answered today")
                    return
                }
            }
        }
    }

    @Test("names that are not found, ports where nobody is, and connections that are not secure are three things")
    func connections() async throws {
        try await OutsideServer.open { _, port in
            try await Engine.sqlite.withDatabase(Outside.schemas) { database in
                // A name with a part of 64 letters can't be asked for: the system answers by itself.
                let addresses = [
                    "http://\(String(repeating: "x", count: 64)).test/", "http://127.0.0.1:1/", "https://site.test:\(port)/",
                ]
                let desk = WatchDesk(database, clock: .system)
                _ = try await desk.round(
                    Outside.links(addresses.map { Outside.link($0) }), Outside.manners, names: Outside.names, log: Logger(label: "test"))
                var kinds: [SiteVisit.Outcome] = []
                for address in addresses {
                    if case .broken(_, let kind) = try await desk.state(of: address, on: Clock.system.today) { kinds.append(kind) }
                }
                #expect(kinds == [.dns, .refused, .tls])
            }
        }
    }

    @Test("a certificate that nobody vouches for is told apart")
    func certificate() async throws {
        try await SelfSigned.open { port in
            try await Engine.sqlite.withDatabase(Outside.schemas) { database in
                let desk = WatchDesk(database, clock: .system)
                _ = try await desk.round(
                    Outside.links([Outside.link("https://site.test:\(port)/")]), Outside.manners, names: Outside.names,
                    log: Logger(label: "test"))
                let today = Clock.system.today
                let visit = try await database.read { try WatchStore().visits(from: today, to: today, $0) }.first
                #expect(visit?.outcome == .tls && visit?.certificate == "CERTIFICATE_VERIFY_FAILED")
            }
        }
    }
}
