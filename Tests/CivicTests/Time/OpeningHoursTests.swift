import Civic
import TestKit
import Testing

@Suite("Opening hours")
struct OpeningHoursTests {
    let holidays: Holidays

    init() throws { holidays = try Reference.holidays() }

    static func interval(_ text: String) throws -> OpeningHours.Interval { try #require(OpeningHours.Interval(text)) }

    /// Monday to Friday from 8:30 to 14:00, Tuesday in the afternoon too.
    static func branch(exceptions: [Day: [OpeningHours.Interval]] = [:]) throws -> OpeningHours {
        let morning = try interval("08:30-14:00")
        return try #require(
            OpeningHours(
                week: [1: [morning], 2: [morning, try interval("15:00-18:00")], 3: [morning], 4: [morning], 5: [morning]],
                exceptions: exceptions))
    }

    static func at(_ iso: String, _ hour: Int, _ minute: Int = 0) throws -> Instant {
        ChileanTime.instant(of: try #require(Day(iso: iso)), hour: hour, minute: minute)
    }

    @Test("say until when a place is open, and when it opens next")
    func states() throws {
        let branch = try Self.branch()
        #expect(try branch.state(at: Self.at("2026-11-23", 9), holidays) == .open(until: Self.at("2026-11-23", 14)))
        #expect(try branch.state(at: Self.at("2026-11-23", 14), holidays) == .closed(next: Self.at("2026-11-24", 8, 30)))
        #expect(try branch.state(at: Self.at("2026-11-24", 14, 30), holidays) == .closed(next: Self.at("2026-11-24", 15)))
        #expect(try branch.state(at: Self.at("2026-11-27", 20), holidays) == .closed(next: Self.at("2026-11-30", 8, 30)))
    }

    @Test("are none on a holiday, a local one in its own comuna alone")
    func onHolidays() throws {
        let branch = try Self.branch()
        #expect(try branch.state(at: Self.at("2026-09-18", 10), holidays) == .closed(next: Self.at("2026-09-21", 8, 30)))
        #expect(try branch.state(at: Self.at("2026-08-20", 10), holidays, in: "16101") == .closed(next: Self.at("2026-08-21", 8, 30)))
        #expect(try branch.state(at: Self.at("2026-08-20", 10), holidays, in: "13101") == .open(until: Self.at("2026-08-20", 14)))
    }

    @Test("give way to an exception: closed for lack of water, open on a Saturday, open on a holiday")
    func exceptions() throws {
        let (monday, saturday, holiday) = (
            try #require(Day(iso: "2026-11-23")), try #require(Day(iso: "2026-11-28")), try #require(Day(iso: "2026-12-25"))
        )
        let branch = try Self.branch(exceptions: [
            monday: [], saturday: [try Self.interval("10:00-12:00")], holiday: [try Self.interval("09:00-10:00")],
        ])
        #expect(try branch.state(at: Self.at("2026-11-23", 9), holidays) == .closed(next: Self.at("2026-11-24", 8, 30)))
        #expect(try branch.state(at: Self.at("2026-11-28", 11), holidays) == .open(until: Self.at("2026-11-28", 12)))
        #expect(try branch.state(at: Self.at("2026-12-25", 9, 30), holidays) == .open(until: Self.at("2026-12-25", 10)))
    }

    @Test("of a place that is never open say so")
    func never() throws {
        let closed = try #require(OpeningHours(week: [:]))
        #expect(try closed.state(at: Self.at("2026-11-23", 9), holidays) == .closed(next: nil))
    }

    @Test("that touch, overlap, run backwards or name no hour are none")
    func refusals() throws {
        let morning = try Self.interval("08:30-14:00")
        #expect(OpeningHours(week: [1: [morning, try Self.interval("14:00-16:00")]]) == nil)
        #expect(OpeningHours(week: [1: [morning, try Self.interval("10:00-11:00")]]) == nil)
        #expect(OpeningHours(week: [8: [morning]]) == nil)
        for wrong in ["14:00-08:30", "8:30-14:00", "08:60-14:00", "08:30", "08:30-14:00-15:00", "08:30-25:00", "", "08:30-08:30"] {
            #expect(OpeningHours.Interval(wrong) == nil)
        }
        #expect(OpeningHours.Interval("22:00-24:00") != nil)
    }

    @Test("agree with a week written out minute by minute, at a million moments")
    func property() throws {
        var random = SystemRandomNumberGenerator()
        for _ in 0..<10 {
            var week: [Int: [OpeningHours.Interval]] = [:]
            var minutes = [Bool](repeating: false, count: 7 * 1440)
            for weekday in 1...7 {
                var from = Int.random(in: 0...600, using: &random)
                while from < 1400, Bool.random(using: &random) {
                    let to = Int.random(in: from + 1...1440, using: &random)
                    guard let interval = OpeningHours.Interval(from: from, to: to) else { break }
                    week[weekday, default: []].append(interval)
                    for minute in from..<to { minutes[(weekday - 1) * 1440 + minute] = true }
                    from = to + Int.random(in: 1...300, using: &random)
                }
            }
            let hours = try #require(OpeningHours(week: week, isOpenOnHolidays: true))
            for _ in 0..<100_000 {
                let day = Day(number: Int.random(in: 16_500...24_000, using: &random))
                let minute = Int.random(in: 0...1439, using: &random)
                let moment = ChileanTime.instant(of: day, hour: minute / 60, minute: minute % 60)
                // Where the clock jumps, what counts is what it shows.
                let (hour, shown) = ChileanTime.hourAndMinute(moment)
                let expected = minutes[(Day(of: moment).weekday - 1) * 1440 + hour * 60 + shown]
                let isOpen = if case .open = hours.state(at: moment, holidays) { true } else { false }
                if isOpen != expected {
                    Issue.record("\(day.iso) at minute \(minute): \(isOpen)")
                    return
                }
            }
        }
    }
}
