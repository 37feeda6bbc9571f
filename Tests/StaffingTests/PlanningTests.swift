import Civic
import Foundation
import Ports
import TestKit
import Testing

@testable import Staffing

@Suite("Planning")
struct PlanningTests {
    /// A published table value: 8 agents' worth of work and 10 agents leave 0.409 of all waiting (Erlang C of 8 erlangs and 10 servers).
    @Test("Erlang's formula gives the known shares and times")
    func erlang() throws {
        let queue = Erlang(perHour: 160, seconds: 180, agents: 10)
        #expect(queue.load == 8)
        #expect(abs(queue.waiting - 0.4092) < 0.0005)
        let wait = try #require(queue.meanWait)
        #expect(abs(wait - 0.4092 * 180 / 2) < 0.05)
        #expect(abs(queue.served(within: 0) - (1 - queue.waiting)) < 1e-9)
        let single = Erlang(perHour: 30, seconds: 60, agents: 1)
        #expect(abs(single.waiting - 0.5) < 1e-9, "with one agent the share that waits is the load")
        #expect(Erlang(perHour: 60, seconds: 60, agents: 1).meanWait == nil)
        #expect(Erlang(perHour: 0, seconds: 60, agents: 0).waiting == 0)
    }

    @Test("names the fewest agents that reach the target, also of a thousand", arguments: [0.5, 12, 160, 20_000.0])
    func needed(_ perHour: Double) {
        let agents = Erlang.needed(perHour: perHour, seconds: 300, share: 0.8, within: 600)
        #expect(Erlang(perHour: perHour, seconds: 300, agents: agents).served(within: 600) >= 0.8)
        #expect(agents == 1 || Erlang(perHour: perHour, seconds: 300, agents: agents - 1).served(within: 600) < 0.8)
        #expect(Erlang.needed(perHour: 0, seconds: 300, share: 0.8, within: 600) == 0)
    }

    @Test("a forecast is the faded mean of the same weekday, and says what it missed on the weeks that are known")
    func forecast() throws {
        let monday = Day(number: 20_000)
        func day(_ count: Int) -> [Int] { (0..<48).map { $0 == 18 ? count : 0 } }
        var past: [Day: [Int]] = [
            monday.adding(days: -7): day(10), monday.adding(days: -14): day(20), monday.adding(days: -1): day(999),
            monday.adding(days: -63): day(999),
        ]
        let forecast = try #require(Forecast(of: monday, from: past) { _ in false })
        #expect(abs(forecast.halves[18] - (10 + 20 * 0.8) / 1.8) < 1e-9)
        #expect(forecast.weeks == 2 && forecast.error == 1, "20 were expected and 10 came")
        past[monday.adding(days: -14)] = nil
        #expect(try #require(Forecast(of: monday, from: past) { _ in false }).error == nil)
        #expect(try #require(Forecast(of: monday, from: past) { $0 == monday }).day == 0, "nobody is expected at a closed place")
        #expect(Forecast(of: monday, from: past) { $0 < monday } == nil)
    }

    @Test("a point is closed on its own days and on the holidays of its comuna, and whoever attends from afar has none")
    func closed() throws {
        let holidays = try Reference.holidays()
        let (own, arica, national) = (Day(number: 20_000), try #require(Day(iso: "2026-06-07")), try #require(Day(iso: "2026-09-18")))
        let point = ServicePoints.Point(
            number: 1, name: "Sucursal", kind: "branch", commune: CommuneCode("13101"), isSeen: true, closed: [own.number])
        #expect(PlanDesk.isClosed(point, own, holidays) && PlanDesk.isClosed(point, national, holidays))
        let north = ServicePoints.Point(number: 2, name: "Arica", kind: "branch", commune: CommuneCode("15101"), isSeen: true)
        #expect(PlanDesk.isClosed(north, arica, holidays) && !PlanDesk.isClosed(point, arica, holidays))
        #expect(!PlanDesk.isClosed(nil, national, holidays))
    }

    @Test("a simulation of a steady queue comes near the formula")
    func steady() throws {
        let times = try #require(Self.exponential(mean: 180))
        let outcome = Simulation(
            arrivals: Array(repeating: 80, count: 48), agents: Array(repeating: 10, count: 48), times: times, limit: 60
        ).run(days: 40, seed: 7)
        let known = Erlang(perHour: 160, seconds: times.mean, agents: 10)
        #expect(abs(outcome.people - 3840) < 60)
        #expect(abs(outcome.meanWait - (known.meanWait ?? 0)) < 6)
        #expect(abs(outcome.served - known.served(within: 60)) < 0.03)
    }

    @Test("the same seed plays the same days, and people who come when nobody is left are counted")
    func seeds() throws {
        let times = try #require(Times(starts: [0, 600], counts: [0, 1]))
        let agents = (0..<48).map { (16..<20).contains($0) ? 2 : 0 }
        let arrivals = (0..<48).map { (16..<22).contains($0) ? 4.0 : 0 }
        let day = Simulation(arrivals: arrivals, agents: agents, times: times, limit: 600)
        let (first, again, other) = (day.run(days: 20, seed: 1), day.run(days: 20, seed: 1), day.run(days: 20, seed: 2))
        #expect(first == again && first != other)
        #expect(first.left > 4 && first.served < 1, "from ten to eleven nobody is there")
        let more = Simulation(arrivals: arrivals, agents: agents.map { $0 * 3 }, times: times, limit: 600).run(days: 20, seed: 1)
        #expect(more.meanWait < first.meanWait)
        let none = Simulation(arrivals: Array(repeating: 0, count: 48), agents: agents, times: times, limit: 600).run(days: 2, seed: 1)
        #expect(none.people == 0 && none.meanWait == 0)
    }

    @Test("times are drawn as the histogram has them")
    func times() throws {
        let times = try #require(Times(starts: [0, 100, 200], counts: [1, 3, 0]))
        #expect(times.mean == (50 + 3 * 150) / 4)
        var dice = Dice(3)
        let drawn = (0..<4000).map { _ in times.draw(using: &dice) }
        #expect(drawn.allSatisfy { (0..<200).contains($0) })
        #expect(abs(Double(drawn.count { $0 < 100 }) / 4000 - 0.25) < 0.03)
        #expect(Times(starts: [0, 100], counts: [0, 0]) == nil)
    }

    /// Bins of ten seconds that fall off as an exponential does.
    private static func exponential(mean: Double) -> Times? {
        let starts = Array(stride(from: 0, to: 3000, by: 10))
        let counts = starts.map { Int(1_000_000 * (exp(-Double($0) / mean) - exp(-Double($0 + 10) / mean))) }
        return Times(starts: starts, counts: counts)
    }
}
