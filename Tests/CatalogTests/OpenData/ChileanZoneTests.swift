import Civic
import Markup
import Testing

@testable import Catalog

@Suite("The clocks of Chile in a calendar")
struct ChileanZoneTests {
    private func lines(_ first: String, _ last: String) throws -> [String] {
        let zone = ChileanZone.component(from: try #require(Day(iso: first)), to: try #require(Day(iso: last)))
        return String(decoding: zone.document, as: UTF8.self).split(separator: "\r\n").map(String.init)
    }

    @Test("say of a day in winter and of one in summer which time holds, by the change before it")
    func before() throws {
        let winter = try lines("2026-07-01", "2026-07-02")
        #expect(winter.contains("DTSTART:20260405T000000") && winter.contains("TZOFFSETTO:-0400"))
        let summer = try lines("2026-12-01", "2026-12-02")
        #expect(summer.contains("DTSTART:20260906T000000") && summer.contains("TZOFFSETTO:-0300"))
    }

    @Test("change twice in a year, and a change is told from the time that it ends")
    func year() throws {
        let lines = try lines("2026-01-01", "2026-12-31")
        let changes = lines.filter { $0.hasPrefix("DTSTART:") || $0.hasPrefix("RDATE:") }.joined(separator: ",")
        for day in ["20260405", "20260906"] { #expect(changes.contains(day + "T000000"), "\(changes)") }
        #expect(lines.filter { $0 == "BEGIN:DAYLIGHT" || $0 == "BEGIN:STANDARD" }.count == 2)
        for (at, line) in lines.enumerated() where line.hasPrefix("TZOFFSETFROM:") {
            #expect(Set([line.suffix(5), lines[at + 1].suffix(5)]) == ["-0300", "-0400"])
        }
    }

    @Test("are in the form of a component, and nothing of it is longer than a line may be")
    func form() throws {
        let lines = try lines("2026-01-01", "2036-12-31")
        #expect(lines.first == "BEGIN:VTIMEZONE" && lines.last == "END:VTIMEZONE" && lines[1] == "TZID:America/Santiago")
        #expect(lines.allSatisfy { $0.utf8.count <= 75 })
        #expect(lines.filter { $0.hasPrefix("BEGIN") }.count == lines.filter { $0.hasPrefix("END") }.count)
    }
}
