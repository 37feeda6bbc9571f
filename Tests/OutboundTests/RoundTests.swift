import Testing

@testable import Outbound

@Suite("A round of visits", .timeLimit(.minutes(1)))
struct RoundTests {
    /// Counts who is there; the first eight wait for each other.
    private actor Room {
        var now: [String: Int] = [:]
        var most: [String: Int] = [:]
        var visited: [String] = []
        private var waiting: [CheckedContinuation<Void, Never>] = []

        func enter(_ address: WebAddress) async {
            visited.append(address.text)
            for key in [address.site, "*"] {
                now[key, default: 0] += 1
                most[key] = max(most[key] ?? 0, now[key] ?? 0)
            }
            if visited.count < VisitRound.inAll {
                await withCheckedContinuation { waiting.append($0) }
            } else {
                for continuation in waiting { continuation.resume() }
                waiting = []
            }
        }

        func leave(_ address: WebAddress) {
            for key in [address.site, "*"] { now[key, default: 0] -= 1 }
        }
    }

    @Test("eight are visited at once, two of a site at most, and each once")
    func manners() async {
        let addresses = (0..<9).flatMap { site in (0..<5).map { "https://s\(site).cl/\($0)" } }
        let room = Room()
        await VisitRound(addresses + addresses).run { address in
            await room.enter(address)
            await Task.yield()
            await room.leave(address)
        }
        let (most, visited) = (await room.most, await room.visited)
        #expect(visited.sorted() == addresses.sorted())
        #expect(most["*"] == 8 && most.filter { $0.key != "*" }.values.allSatisfy { $0 <= 2 })
    }

    @Test("ports are sites of their own, and what is the same address is visited once")
    func sites() {
        let round = VisitRound([
            "https://a.cl", "https://A.cl/", "https://a.cl:8443/", "https://a.cl/x", "https://a.cl/y", "", "ftp://a.cl/",
        ])
        #expect(
            round.lanes.map { $0.map(\.text) } == [
                ["https://a.cl/", "https://a.cl/y"], ["https://a.cl/x"], ["https://a.cl:8443/"],
            ])
        #expect(VisitRound([]).lanes.isEmpty)
    }

    @Test("a round that is called off visits nobody more")
    func cancelled() async {
        let room = Room()
        let round = VisitRound((0..<5).map { "https://s\($0).cl/" })
        await Task {
            withUnsafeCurrentTask { $0?.cancel() }
            await round.run { await room.enter($0) }
        }.value
        #expect(await room.visited.isEmpty)
    }

    @Test(
        "a status says how it went",
        arguments: [
            (200, SiteVisit.Outcome.answered), (204, .answered), (304, .answered), (399, .answered), (400, .failed), (401, .declined),
            (402, .failed), (403, .declined), (404, .notFound), (405, .failed), (407, .declined), (410, .notFound), (418, .failed),
            (429, .declined), (451, .declined), (500, .failed), (503, .failed), (599, .failed),
        ])
    func outcomes(_ status: Int, _ outcome: SiteVisit.Outcome) {
        #expect(SiteVisit.Outcome.of(status, from: "a.cl", to: "www.a.cl") == outcome)
        #expect(SiteVisit.Outcome.of(status, from: "a.cl", to: "b.cl") == (outcome == .answered ? .moved : outcome))
    }

    @Test("what declines neither answers nor breaks")
    func kinds() {
        #expect(SiteVisit.Outcome.allCases.filter(\.isAnswer) == [.answered, .moved])
        #expect(SiteVisit.Outcome.allCases.filter { !$0.isAnswer && !$0.isBreak } == [.declined])
    }
}
