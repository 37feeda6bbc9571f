import Synchronization
import Testing

@testable import Outbound

@Suite("A visit to another site", .timeLimit(.minutes(1)))
struct VisitTests {
    static let names = ["site.test": "127.0.0.1", "www.site.test": "127.0.0.1", "other.test": "127.0.0.1"]

    /// Visits a path once, with a clock of its own, and hands over what was seen.
    private func visit(
        _ path: String = "/", patience: Int64 = 60_000, mostBytes: Int = 65_536,
        _ answer: @escaping @Sendable (PlainServer.Asked, Int) -> PlainServer.Reply,
        then: (SiteVisit, PlainServer) throws -> Void
    ) async throws {
        try await PlainServer.open(answer) { server, port in
            var manners = SiteVisitor.Manners(userAgent: "a polite stranger")
            (manners.policy, manners.patience, manners.pause) = (AddressPolicy { $0.host != "forbidden.test" }, patience, 0)
            manners.mostBytes = mostBytes
            let seen = Mutex<[SiteVisit]>([])
            let time = Mutex<Int64>(1_000)
            let count = try await SiteVisitor.round(
                ["http://site.test:\(port)\(path)"], manners, names: Self.names,
                now: {
                    time.withLock { time in
                        time += 7
                        return time
                    }
                }, seen: { visit in seen.withLock { $0.append(visit) } })
            let visits = seen.withLock { $0 }
            #expect(count == 1 && visits.count == 1)
            try then(try #require(visits.first), server)
        }
    }

    private static func ok(_ asked: PlainServer.Asked, _: Int) -> PlainServer.Reply { .keep(PlainServer.answer("200 OK")) }

    /// Leads on from /1 to /2 and so on, to a last one that answers.
    private static func chain(_ last: Int) -> @Sendable (PlainServer.Asked, Int) -> PlainServer.Reply {
        { asked, _ in
            let number = Int(asked.path.dropFirst()) ?? last
            return .keep(
                number < last ? PlainServer.answer("302 Found", ["Location: /\(number + 1)"]) : PlainServer.answer("200 OK"))
        }
    }

    @Test("asks with HEAD, says who it is, and keeps when it came and how long it took by the clock that it was given")
    func head() async throws {
        try await visit("/a?b=c", Self.ok) { visit, server in
            let asked = server.asked.filter { $0.path != "/robots.txt" }
            #expect(asked.map(\.method) == ["HEAD"] && asked.map(\.path) == ["/a?b=c"])
            #expect(server.asked.allSatisfy { $0.userAgent == "a polite stranger" && $0.host == "site.test" })
            #expect(visit.outcome == .answered && visit.status == 200 && visit.finalAddress == nil)
            #expect(visit.at == 1_007 && visit.milliseconds == 7)
        }
    }

    @Test("five redirects are followed, and no sixth")
    func redirects() async throws {
        try await visit("/1", Self.chain(6)) { visit, server in
            #expect(visit.outcome == .answered && visit.finalAddress?.hasSuffix("/6") == true)
        }
        try await visit("/1", Self.chain(7)) { visit, server in
            #expect(visit.outcome == .redirects && !server.asked.contains { $0.path == "/7" })
            #expect(server.asked.filter { $0.path == "/6" }.count == 2, "it was tried twice")
        }
    }

    @Test("a loop is left", arguments: ["/", "?", "./"])
    func loops(_ location: String) async throws {
        try await visit { _, _ in
            .keep(PlainServer.answer("301 Moved", ["Location: " + location]))
        } then: { visit, server in
            #expect(visit.outcome == .redirects && server.asked.filter { $0.path != "/robots.txt" }.count <= 12)
        }
    }

    @Test(
        "nobody is led to where it may not go",
        arguments: ["http://forbidden.test/", "ftp://site.test/", "javascript:alert(1)", "http://u:p@site.test/"])
    func forbidden(_ location: String) async throws {
        try await visit { _, _ in
            .keep(PlainServer.answer("302 Found", ["Location: " + location]))
        } then: { visit, server in
            #expect(visit.outcome == .redirects && visit.status == 302)
            #expect(server.asked.allSatisfy { $0.host == "site.test" })
        }
    }

    @Test("a redirect without a place is an answer, and with www. it is the same site")
    func places() async throws {
        try await visit { _, _ in
            .keep(PlainServer.answer("304 Not Modified"))
        } then: { visit, _ in
            #expect(visit.outcome == .answered)
        }
        for (host, outcome) in [("www.site.test", SiteVisit.Outcome.answered), ("other.test", .moved)] {
            let port = Mutex(0)
            try await PlainServer.open { asked, _ in
                let there = "http://\(host):\(port.withLock { $0 })/x"
                return .keep(asked.host == host ? PlainServer.answer("200 OK") : PlainServer.answer("302 Found", ["Location: " + there]))
            } _: { _, bound in
                port.withLock { $0 = bound }
                var manners = SiteVisitor.Manners(userAgent: "x")
                (manners.policy, manners.pause, manners.patience) = (AddressPolicy { _ in true }, 0, 60_000)
                let seen = Mutex<[SiteVisit]>([])
                _ = try await SiteVisitor.round(["http://site.test:\(bound)/"], manners, names: Self.names, now: { 0 }) { visit in
                    seen.withLock { $0.append(visit) }
                }
                #expect(seen.withLock { $0.map(\.outcome) } == [outcome])
            }
        }
    }

    @Test("an error is believed only of a GET", arguments: ["404 Not Found", "405 No", "500 Broken", "501 What", "403 Stop"])
    func get(_ status: String) async throws {
        try await visit { asked, _ in
            .keep(PlainServer.answer(asked.method == "GET" ? "200 OK" : status))
        } then: { visit, server in
            #expect(visit.outcome == .answered && server.asked.filter { $0.path == "/" }.map(\.method) == ["HEAD", "GET"])
        }
    }

    @Test("a body after HEAD, which none may have, is not taken for the answer to what is asked next")
    func strayBody() async throws {
        let stray = PlainServer.answer("200 OK", body: "stray")
        try await visit { asked, _ in
            .keep(asked.method == "HEAD" ? PlainServer.answer("405 No", body: stray) : PlainServer.answer("403 Stop"))
        } then: { visit, server in
            #expect(visit.outcome == .declined && visit.status == 403)
            let asked = server.asked.filter { $0.path == "/" }
            #expect(asked.map(\.method) == ["HEAD", "GET"] && Set(asked.map(\.connection)).count == 2)
        }
    }

    @Test("what breaks is tried once more, and what answers or declines is not")
    func retry() async throws {
        try await visit { asked, before in
            asked.path == "/" && before == 0 ? .close("") : .keep(PlainServer.answer("200 OK"))
        } then: { visit, server in
            #expect(visit.outcome == .answered && server.asked.filter { $0.path == "/" }.count == 2)
        }
        for (status, outcome, times) in [
            ("503 Busy", SiteVisit.Outcome.failed, 2), ("404 None", .notFound, 2), ("410 Gone", .notFound, 2), ("403 Stop", .declined, 1),
            ("429 Many", .declined, 1),
        ] {
            try await visit { _, _ in
                .keep(PlainServer.answer(status))
            } then: { visit, server in
                #expect(visit.outcome == outcome && server.asked.filter { $0.path == "/" && $0.method == "GET" }.count == times)
            }
        }
    }

    @Test("an address that is written in several ways is visited once and seen as each of them")
    func spellings() async throws {
        try await PlainServer.open(Self.ok) { server, port in
            var manners = SiteVisitor.Manners(userAgent: "x")
            (manners.policy, manners.pause, manners.patience) = (AddressPolicy { _ in true }, 0, 60_000)
            let texts: Set = ["http://site.test:\(port)", "http://SITE.test:\(port)/", "http://site.test:\(port)/"]
            let seen = Mutex<[SiteVisit]>([])
            let count = try await SiteVisitor.round(texts, manners, names: Self.names, now: { 0 }) { visit in
                seen.withLock { $0.append(visit) }
            }
            let visits = seen.withLock { $0 }
            #expect(count == 3 && Set(visits.map(\.address)) == texts && visits.allSatisfy { $0.outcome == .answered })
            #expect(server.asked.filter { $0.path == "/" }.count == 1)
        }
    }

    @Test("a page without an end is left after its first bytes")
    func bytes() async throws {
        try await visit(mostBytes: 1_000) { asked, _ in
            asked.method == "GET" && asked.path == "/" ? .pour("HTTP/1.1 200 OK\r\n\r\n") : .keep(PlainServer.answer("405 No"))
        } then: { visit, server in
            #expect(visit.outcome == .answered && server.poured < 64_000_000)
        }
    }

    @Test("a page that comes letter by letter is left when the time is over")
    func trickle() async throws {
        try await visit(patience: 150) { asked, _ in
            asked.method == "GET" && asked.path == "/" ? .trickle("HTTP/1.1 200 OK\r\n\r\n") : .keep(PlainServer.answer("405 No"))
        } then: { visit, _ in
            #expect(visit.outcome == .timeout)
        }
    }

    @Test("rules that come letter by letter are not waited for: nothing is forbidden")
    func slowRules() async throws {
        try await visit(patience: 1_000) { asked, _ in
            asked.path == "/robots.txt"
                ? .trickle("HTTP/1.1 200 OK\r\n\r\nUser-agent: *\nDisallow: /\n#") : .keep(PlainServer.answer("200 OK"))
        } then: { visit, _ in
            #expect(visit.outcome != .declined)
        }
    }

    @Test(
        "a site that says nothing, or nonsense, is broken",
        arguments: ["", "\r\n", "220 mail ready\r\n", "HTTP/1.1 999999 X\r\n\r\n", "<html>"])
    func nonsense(_ text: String) async throws {
        try await visit { _, _ in
            .close(text)
        } then: { visit, _ in
            #expect(visit.outcome.isBreak && visit.status == nil)
        }
    }
}
