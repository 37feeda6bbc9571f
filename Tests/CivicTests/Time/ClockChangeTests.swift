import Civic
import Foundation
import Testing

@Suite("The clocks of continental Chile")
struct ClockChangeTests {
    static let zone = TimeZone(identifier: "America/Santiago")

    @Test("show what the system's zone data says, at every change and every hour from 1970 to 2037")
    func everyHour() throws {
        let zone = try #require(Self.zone)
        // From 2 January 1970: the hours before belong to the year before in Santiago.
        var moment = Int64(86_400_000)
        let end = Int64(2_145_916_800_000)
        var wrong: [Int64] = []
        while moment < end {
            let expected = zone.secondsFromGMT(for: Date(timeIntervalSince1970: Double(moment) / 1000)) / 3600
            if ChileanTime.offsetHours(at: Instant(milliseconds: moment)) != expected { wrong.append(moment) }
            moment += 3_600_000
        }
        #expect(wrong.isEmpty, "\(wrong.count) hours differ, the first at \(wrong.first ?? 0)")
    }

    @Test("change in the very millisecond that the zone data says")
    func changes() throws {
        let zone = try #require(Self.zone)
        var date = Date(timeIntervalSince1970: 86_400)
        var count = 0
        while let next = zone.nextDaylightSavingTimeTransition(after: date), next.timeIntervalSince1970 < 2_145_916_800 {
            let moment = Int64(next.timeIntervalSince1970) * 1000
            let (before, after) = (
                ChileanTime.offsetHours(at: Instant(milliseconds: moment - 1)), ChileanTime.offsetHours(at: Instant(milliseconds: moment))
            )
            #expect(before == zone.secondsFromGMT(for: next.addingTimeInterval(-1)) / 3600)
            #expect(after == zone.secondsFromGMT(for: next.addingTimeInterval(1)) / 3600)
            date = next.addingTimeInterval(1)
            count += 1
        }
        #expect(count > 120)
    }

    @Test("lead from a local hour to its moment and back, except for the hour that does not exist")
    func backAndForth() throws {
        var random = SystemRandomNumberGenerator()
        var missing = 0
        for _ in 0..<300_000 {
            let day = Day(number: Int.random(in: 1...24_800, using: &random))
            let (hour, minute) = (Int.random(in: 0...23, using: &random), Int.random(in: 0...59, using: &random))
            let moment = ChileanTime.instant(of: day, hour: hour, minute: minute)
            let (shownHour, shownMinute) = ChileanTime.hourAndMinute(moment)
            if Day(of: moment) == day, shownHour == hour, shownMinute == minute { continue }
            missing += 1
            if !(shownHour == hour + 1 && shownMinute == minute && Day(of: moment) == day) {
                Issue.record("\(day.iso) \(hour):\(minute) became \(shownHour):\(shownMinute)")
                return
            }
        }
        #expect(missing < 300)
    }
}
