import Civic
import Storage
import TestKit
import Testing

@Suite("Visits")
struct VisitTests {
    static func at(_ minutes: Int) -> Instant { Instant(milliseconds: TestClock.monday + Int64(minutes) * 60_000) }

    @Test("one is written when half an hour has passed without a sign, with the first sheet and its length", arguments: Engine.available)
    func oneVisit(_ engine: Engine) async throws {
        try await Civics.on(engine) { civics in
            let visits = Visits()
            visits.see(.page, on: "/", by: "10.0.0.1 Firefox", at: Self.at(0))
            visits.see(.sheet(102077), on: "/fichas/:sheet", by: "10.0.0.1 Firefox", at: Self.at(1))
            visits.see(.sheet(3442), on: "/fichas/:sheet", by: "10.0.0.1 Firefox", at: Self.at(5))
            try await visits.flush(to: civics.database, at: Self.at(34))
            var rows = try await civics.count("interaction")
            #expect(rows == 0)
            try await visits.flush(to: civics.database, at: Self.at(35))
            rows = try await civics.count("interaction")
            #expect(rows == 1)
            let row = try #require(try await civics.database.read { try $0.first("SELECT * FROM interaction") })
            #expect(try row["product"] as Int64? == 102077)
            #expect(try row["duration"] as Int? == 300)
            #expect(try row["at"] as Int64 == Self.at(0).milliseconds)
            let views = try await civics.database.read {
                try $0.all("SELECT route, views FROM page_view ORDER BY route") { try ($0["route"] as String, $0["views"] as Int) }
            }
            #expect(views.map(\.0) == ["/", "/fichas/:sheet"] && views.map(\.1) == [1, 2])
        }
    }

    @Test("views add up over many flushes", arguments: Engine.available)
    func views(_ engine: Engine) async throws {
        try await Civics.on(engine) { civics in
            let visits = Visits()
            for minute in 0..<5 {
                visits.see(.page, on: "/temas", by: "someone", at: Self.at(minute))
                try await visits.flush(to: civics.database, at: Self.at(minute))
            }
            let sum = try await civics.database.read { try $0.value("SELECT views FROM page_view") as Int? }
            #expect(sum == 5)
        }
    }

    @Test("who only opens pages is no visit; a sheet, a search or an act is one")
    func whatCounts() {
        for (sign, count) in [(Visits.Sign.page, 0), (.sheet(1), 1), (.search, 1), (.act, 1)] {
            let visits = Visits()
            visits.see(sign, on: "/", by: "someone", at: Self.at(0))
            #expect(visits.take(at: Self.at(60)).visits.count == count)
        }
    }

    @Test("one who comes back after half an hour makes a second one")
    func comesBack() {
        let visits = Visits()
        visits.see(.search, on: "/buscar", by: "someone", at: Self.at(0))
        visits.see(.search, on: "/buscar", by: "someone", at: Self.at(29))
        visits.see(.search, on: "/buscar", by: "someone", at: Self.at(59))
        visits.see(.search, on: "/buscar", by: "someone else", at: Self.at(59))
        #expect(visits.take(at: Self.at(59), all: true).visits.map(\.duration).sorted() == [0, 0, 1740])
    }

    @Test("at midnight all end, and the same person is another one")
    func midnight() throws {
        let visits = Visits()
        let evening = ChileanTime.instant(of: try #require(Day(iso: "2026-11-23")), hour: 23, minute: 50)
        visits.see(.search, on: "/buscar", by: "someone", at: evening)
        visits.see(.search, on: "/buscar", by: "someone", at: Instant(milliseconds: evening.milliseconds + 900_000))
        #expect(visits.take(at: Instant(milliseconds: evening.milliseconds + 900_001), all: true).visits.count == 2)
    }

    @Test("that could not be written wait for the next time", arguments: Engine.available)
    func waits(_ engine: Engine) async throws {
        let visits = Visits()
        visits.see(.search, on: "/buscar", by: "someone", at: Self.at(0))
        try await Civics.on(engine) { civics in
            await civics.database.close()
            await #expect(throws: (any Error).self) { try await visits.flush(to: civics.database, at: Self.at(60)) }
        }
        let (waiting, views) = visits.take(at: Self.at(61))
        #expect(waiting.count == 1 && views.values.reduce(0, +) == 1)
    }

    @Test("beyond the room in memory are not counted, and their views are")
    func room() {
        let visits = Visits(capacity: 10)
        for number in 0..<30 { visits.see(.search, on: "/buscar", by: "\(number)", at: Self.at(0)) }
        let (closed, views) = visits.take(at: Self.at(60))
        #expect(closed.count == 10 && views.values.reduce(0, +) == 30)
    }

    @Test(
        "of robots are known by the name they give",
        arguments: [
            ("Mozilla/5.0 (compatible; Googlebot/2.1)", true), ("curl/8.5", true), (nil, true), ("", true),
            ("Mozilla/5.0 HeadlessChrome/120", true),
            ("Mozilla/5.0 (Linux; Android 10; K) AppleWebKit/537.36 Chrome/120 Mobile Safari/537.36", false),
            ("Mozilla/5.0 (X11; Linux x86_64; rv:120.0) Gecko/20100101 Firefox/120.0", false),
        ] as [(String?, Bool)])
    func robots(_ userAgent: String?, _ isRobot: Bool) {
        #expect(Robots.includes(userAgent) == isRobot)
    }
}
