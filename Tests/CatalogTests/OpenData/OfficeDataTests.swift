import Civic
import Markup
import TestKit
import Testing

@testable import Catalog

@Suite("Points of service in the vocabulary of schema.org, and as calendars")
struct OfficeDataTests {
    private let source = PointSource("diario.cl")

    private func point(_ change: (inout PointOfService) -> Void = { _ in }) throws -> PointOfService {
        var point = try SampleFiles.catalogue().points[0].bare
        change(&point)
        return point
    }

    private func office(_ point: PointOfService) throws -> JSON? {
        OfficeData(words: try OpenSample.words(), territory: try Reference.territory()).json(point)
    }

    @Test("a point that was seen says where it is and when it attends")
    func seen() throws {
        let office = try #require(try office(try point()))
        #expect(office["@type"] == "GovernmentOffice" && office["telephone"] == "101")
        #expect(office["address"]?["streetAddress"] == "Alameda 1, piso 2" && office["address"]?["addressLocality"] == "Santiago")
        #expect(
            office["openingHoursSpecification"]?[0]?["opens"] == "09:00" && office["openingHoursSpecification"]?[0]?["closes"] == "14:00")
        #expect(office["openingHoursSpecification"]?[0]?["dayOfWeek"]?.items.count == 4)
        #expect(office["openingHoursSpecification"]?[1]?["closes"] == "13:00" && office["geo"] == nil)
        #expect(office["specialOpeningHoursSpecification"]?.items.map { $0["dayOfWeek"] } == ["https://schema.org/PublicHolidays"])
    }

    @Test("what is only likely is never said, nor what is in no place")
    func likely() throws {
        let points = try SampleFiles.catalogue().points
        #expect(try office(points[1]) == nil && office(points[2]) == nil)
    }

    @Test("days with other hours are said with their dates; one that is past is not, and one on which nobody attends opens when it closes")
    func exceptions() throws {
        let days = try ["2026-12-24", "2026-12-31", "2026-01-02"].map(Reference.day)
        let half = try #require(DayHours("09:00-12:00"))
        let point = try point { point in
            point.exceptions = [
                HourException(days[2]...days[2], .closed, reason: "Sin agua", source: source),
                HourException(days[0]...days[0], half, reason: "Media jornada", source: source),
                HourException(days[1]...days[1], .closed, reason: "Inventario", source: source),
            ].compactMap(\.self)
            point.position = PointPosition(latitude: -33.44, longitude: -70.65, source: source)
        }
        let office = try #require(try office(point))
        let special = office["specialOpeningHoursSpecification"]?.items ?? []
        #expect(special.map { $0["validFrom"] } == ["2026-12-24", "2026-12-31", nil])
        #expect(special[0]["closes"] == "12:00" && special[1]["opens"] == "00:00" && special[1]["closes"] == "00:00")
        #expect(office["geo"]?["latitude"] == .number(-33.44))
    }

    // MARK: calendars

    private func calendar(_ point: PointOfService) throws -> [String]? {
        let commune = try #require(point.commune.flatMap(try Reference.territory().commune))
        let document = PointCalendar(words: try OpenSample.words(), point: point, commune: commune, holidays: try Reference.holidays())
            .document
        return document.map {
            String(decoding: $0, as: UTF8.self).replacing("\r\n ", with: "").split(separator: "\r\n").map(String.init)
        }
    }

    @Test("a week is two events that repeat until the end of next year, without the holidays")
    func week() throws {
        let lines = try #require(try calendar(try point()))
        #expect(lines.filter { $0 == "BEGIN:VEVENT" }.count == 2)
        // 1 January is a holiday: the first Friday that counts is the ninth of January… and the first Monday to Thursday the fifth.
        #expect(
            lines.contains("DTSTART;TZID=America/Santiago:20260105T090000") && lines.contains("DTEND;TZID=America/Santiago:20260105T140000")
        )
        #expect(lines.contains("RRULE:FREQ=WEEKLY;BYDAY=MO,TU,WE,TH;UNTIL=20271230T120000Z"))
        let without = try #require(lines.first { $0.hasPrefix("EXDATE") && $0.contains("20260521T090000") })
        #expect(without.contains("20261208T090000") && !without.contains("20261209"))
    }

    @Test("winter and summer are in the calendar, by their days")
    func zone() throws {
        let lines = try #require(try calendar(try point()))
        let daylight = try #require(lines.firstIndex(of: "BEGIN:DAYLIGHT"))
        #expect(
            lines[(daylight + 1)...(daylight + 4)] == ["DTSTART:20250907T000000", "TZOFFSETFROM:-0400", "TZOFFSETTO:-0300", "TZNAME:-03"])
        #expect(lines.contains("RDATE:20260906T000000,20270905T000000") && lines.contains("RDATE:20260405T000000,20270404T000000"))
    }

    @Test("a day with other hours leaves the week and has an event of its own; one that is closed has none")
    func special() throws {
        let (half, closed) = (try Reference.day("2026-12-24"), try Reference.day("2026-12-23"))
        let hours = try #require(DayHours("09:00-12:00"))
        let lines = try #require(
            try calendar(
                try point { point in
                    point.exceptions = [
                        HourException(closed...closed, .closed, reason: "Sin agua", source: source),
                        HourException(half...half, hours, reason: "Media jornada", source: source),
                    ].compactMap(\.self)
                }))
        #expect(lines.filter { $0 == "BEGIN:VEVENT" }.count == 3)
        #expect(lines.contains("DTEND;TZID=America/Santiago:20261224T120000"))
        #expect(lines.contains { $0.hasPrefix("EXDATE") && $0.contains("20261223T090000,20261224T090000") })
    }

    @Test("without stated hours there is no calendar")
    func none() throws {
        #expect(try calendar(try point { $0.week = nil }) == nil)
    }
}
