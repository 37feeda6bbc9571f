import Foundation
import Testing

@testable import Civic

@Suite("Days, hours and pesos in integers")
struct DayTests {
    @Test("a day reads and writes as ISO 8601, and nothing else is a day")
    func iso() {
        #expect(Day(iso: "2026-11-23")?.iso == "2026-11-23")
        #expect(Day(iso: "2024-02-29") != nil)
        for text in [
            "2025-02-29", "2026-13-01", "2026-00-10", "2026-1-01", "26-01-01", "2026/01/01", "2026-01-01 ", "", "٢٠٢٦-01-01", "2026-04-31",
        ] {
            #expect(Day(iso: text) == nil, "\(text)")
        }
    }

    @Test("each day from 1600 to 2400 follows the one before it, with its weekday")
    func sequence() {
        guard var day = Day(year: 1600, month: 1, day: 1) else {
            Issue.record("no first day")
            return
        }
        #expect(day.weekday == 6)
        while day.year < 2400 {
            let next = day.adding(days: 1)
            #expect(Day(year: next.year, month: next.month, day: next.day) == next)
            #expect(next > day)
            #expect(next.weekday == day.weekday % 7 + 1)
            day = next
        }
        #expect(day.iso == "2400-01-01")
        #expect(Day(year: 1970, month: 1, day: 1)?.number == 0)
    }

    @Test("midnight belongs to the new day, and the moment before to the old one")
    func midnight() {
        let midnight: Int64 = 1_795_402_800_000  // 2026-11-23T00:00 in Santiago
        #expect(Day(of: Instant(milliseconds: midnight)).iso == "2026-11-23")
        #expect(Day(lastBefore: Instant(milliseconds: midnight)).iso == "2026-11-22", "what ends at midnight holds until the day before")
        #expect(Day(lastBefore: Instant(milliseconds: midnight + 1)).iso == "2026-11-23")
        #expect(Day(of: Instant(milliseconds: midnight - 1)).iso == "2026-11-22")
        #expect(Clock.fixed(Instant(milliseconds: midnight)).today.weekday == 1)
        #expect(ChileanTime.hourAndMinute(Instant(milliseconds: midnight + 52_260_000)) == (14, 31))
    }

    @Test("a day travels in JSON as text, and a wrong one is refused")
    func coding() throws {
        let days = try JSONDecoder().decode([Day].self, from: Data(#"["2026-02-01"]"#.utf8))
        #expect(String(decoding: try JSONEncoder().encode(days), as: UTF8.self) == #"["2026-02-01"]"#)
        #expect(throws: DecodingError.self) { try JSONDecoder().decode([Day].self, from: Data(#"["2026-02-30"]"#.utf8)) }
    }

    @Test(
        "pesos are grouped by thousands",
        arguments: [
            (0, "$0"), (999, "$999"), (1000, "$1.000"), (231_732, "$231.732"), (1_252_602, "$1.252.602"), (-1000, "-$1.000"),
            (1_000_000_000, "$1.000.000.000"),
            (Int64.min, "-$9.223.372.036.854.775.808"),
        ] as [(Int64, String)])
    func pesos(amount: Int64, text: String) {
        #expect(Pesos(amount).description == text)
    }
}
