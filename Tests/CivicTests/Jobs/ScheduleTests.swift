import Civic
import Storage
import TestKit
import Testing

@Suite("Schedules")
struct ScheduleTests {
    @Test("one of many servers takes each turn", arguments: Engine.available)
    func turns(_ engine: Engine) async throws {
        try await Civics.on(engine) { civics in
            let schedule = Schedule("sweep", .every(60_000), job: Job("letter"))
            let workers = (0..<3).map { _ in JobTests.worker(civics, schedules: [schedule]) { _ in } }
            for round in 1...3 {
                for worker in workers { await worker.turnSchedules() }
                let jobs = try await civics.count("job")
                #expect(jobs == round)
                civics.clock.move(byMilliseconds: 60_000)
            }
        }
    }

    @Test(
        "of each day come at their local hour, also on the days when the clock changes",
        arguments: [
            ("2026-11-23", "2026-11-24T06:30"), ("2026-04-04", "2026-04-05T06:30"), ("2026-09-05", "2026-09-06T06:30"),
            ("2026-12-31", "2027-01-01T06:30"),
        ])
    func daily(_ day: String, _ expected: String) throws {
        let schedule = Schedule("dawn", .daily(hour: 6, minute: 30), job: Job("letter"))
        let noon = ChileanTime.instant(of: try #require(Day(iso: day)), hour: 12)
        let next = Instant(milliseconds: schedule.next(after: noon.milliseconds))
        let (hour, minute) = ChileanTime.hourAndMinute(next)
        #expect("\(Day(of: next).iso)T0\(hour):\(minute)" == expected)
    }

    @Test("an hour that the change to summer time leaves out is the moment after it")
    func skippedHour() throws {
        let change = try #require(Day(iso: "2026-09-06"))
        let moment = ChileanTime.instant(of: change, hour: 0, minute: 30)
        #expect(ChileanTime.hourAndMinute(moment) == (1, 30))
        #expect(Day(of: moment) == change)
    }
}

@Suite("Waiting before a next try")
struct RetryingTests {
    @Test("doubles up to the longest, spread by a fifth, and ends")
    func waits() {
        let retrying = Retrying(first: 1000, longest: 60_000, tries: 100)
        #expect((1...8).map { retrying.wait(after: $0, spread: 0) } == [1000, 2000, 4000, 8000, 16_000, 32_000, 60_000, 60_000])
        #expect(retrying.wait(after: 1, spread: 1) == 1200)
        #expect(retrying.wait(after: 99, spread: 0) == 60_000)
        #expect(retrying.wait(after: 100, spread: 0) == nil)
        for tries in 0..<100 { #expect((retrying.wait(after: tries, spread: 9) ?? .max) <= 72_000) }
    }
}
