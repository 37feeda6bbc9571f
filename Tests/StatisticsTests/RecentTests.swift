import Civic
import Ports
import Storage
import TestKit
import Testing

@testable import Statistics

@Suite("What just happened")
struct RecentTests {
    private static func waited(_ seconds: Int, at point: Int64 = 1) -> Interaction {
        Interaction(.desk, .branch, .information, point: point, wait: seconds)
    }

    @Test("is the mean wait of the last half hour at a point, and is forgotten after two hours", arguments: Engine.available)
    func waits(_ engine: Engine) async throws {
        try await Record.on(engine) { record in
            let desk = CountingDesk(record.database)
            func mean(_ point: Int64 = 1) async throws -> Int? {
                try await desk.recentWaits.mean(point, Instant(milliseconds: record.clock.now()))
            }
            #expect(try await mean() == nil)
            let first = try await record.contact(Self.waited(600))
            try await desk.countAll()
            record.clock.move(byMilliseconds: 20 * 60_000)
            try await record.contact(Self.waited(1200))
            try await record.contact(Self.waited(60, at: 2))
            try await record.contact(Interaction(.desk, .branch, .information, point: 1))
            try await record.correct(first, to: Self.waited(6000))
            try await desk.countAll()
            #expect(try await mean() == 900)
            #expect(try await mean(2) == 60)
            record.clock.move(byMilliseconds: 15 * 60_000)
            #expect(try await mean() == 1200)
            record.clock.move(byMilliseconds: 120 * 60_000)
            #expect(try await mean() == nil)
            try await record.contact(Self.waited(30, at: 3))
            try await desk.countAll()
            #expect(try await record.database.read { try $0.value("SELECT COUNT(*) AS n FROM recent_wait", as: Int.self) } == 1)
        }
    }

    @Test("is how many people were attended in each half hour of each day, at the points that are asked for", arguments: Engine.available)
    func halves(_ engine: Engine) async throws {
        try await Record.on(engine) { record in
            let desk = CountingDesk(record.database)
            try await record.contact(Self.waited(1))
            try await record.contact(Self.waited(1, at: 2))
            try await record.contact(Interaction(.desk, .callCentre, .information))
            try await record.contact(Interaction(.page, .web, .visit, .unknown))
            try await desk.countAll()
            let today = Day(of: Instant(milliseconds: TestClock.monday))
            func count(_ points: Set<Int64?>, _ channel: Channel? = nil) async throws -> Int? {
                try await desk.figures.halves(points, channel, today, today)[today]?[18]
            }
            #expect(try await count([1]) == 1)
            #expect(try await count([1, 2, nil]) == 3)
            #expect(try await count([nil]) == 1)
            #expect(try await count([1, 2, nil], .callCentre) == 1)
            #expect(try await count([5]) == nil)
            #expect(try await desk.figures.halves([1], nil, today.adding(days: 1), today.adding(days: 2)).isEmpty)
        }
    }
}
