import Civic
import TestKit
import Testing

@testable import Catalog

@Suite("When a point attends, on days that are not like the others")
struct PointHoursTests {
    private let holidays: Holidays

    init() throws { holidays = try Reference.holidays() }

    private func point(_ week: String?, in commune: String = "13101", except: [(String, String, String)] = []) throws -> PointOfService {
        var point = PointOfService(
            number: 1, kind: .branch, name: "Sucursal", commune: CommuneCode(commune), week: week.flatMap { WeeklyHours($0) },
            evidence: .seen, confidence: .high, source: "diario.cl")
        point.exceptions = try except.map { first, last, hours in
            let (from, to) = (try #require(Day(iso: first)), try #require(Day(iso: last)))
            let hours = try #require(DayHours(hours))
            return try #require(HourException(from...to, hours, reason: "Aviso", source: PointSource("diario.cl")))
        }
        return point
    }

    private func said(_ point: PointOfService, _ day: String, _ hour: Int, _ minute: Int = 0) throws -> String? {
        let today = try #require(Day(iso: day))
        let texts = try SheetViewTests.texts()
        return PointHours(point: point, holidays: holidays).state(at: ChileanTime.instant(of: today, hour: hour, minute: minute)).map {
            HourTexts(texts: texts).state($0, today: today)
        }
    }

    @Test("half a day before a holiday ends early, and what comes next is after the holiday")
    func halfDay() throws {
        let point = try point("1-5 09:00-14:00", except: [("2026-12-24", "2026-12-24", "09:00-12:00")])
        #expect(try said(point, "2026-12-24", 11, 59) == "Abierto ahora, hasta las 12:00")
        #expect(try said(point, "2026-12-24", 12) == "Cerrado. Abre el lunes a las 9:00")
        #expect(try said(point, "2026-12-23", 15) == "Cerrado. Abre mañana a las 9:00")
        #expect(try said(point, "2026-12-25", 10) == "Cerrado. Abre el lunes a las 9:00", "Christmas")
    }

    @Test("closed for some days, and open on a holiday and on a Sunday when that was said")
    func exceptions() throws {
        let point = try point(
            "1-5 09:00-14:00",
            except: [
                ("2026-11-23", "2026-11-25", "closed"), ("2026-11-29", "2026-11-29", "10:00-12:00"),
                ("2026-12-08", "2026-12-08", "10:00-11:00 15:00-16:00"),
            ])
        #expect(try said(point, "2026-11-23", 10) == "Cerrado. Abre el jueves a las 9:00")
        #expect(try said(point, "2026-11-28", 10) == "Cerrado. Abre mañana a las 10:00")
        #expect(try said(point, "2026-11-29", 11) == "Abierto ahora, hasta las 12:00")
        #expect(try said(point, "2026-12-08", 12) == "Cerrado. Abre hoy a las 15:00")
    }

    @Test("a local holiday closes the points of its comuna alone: Arica on 7 June")
    func local() throws {
        let (arica, iquique) = (try point("1-7 09:00-14:00", in: "15101"), try point("1-7 09:00-14:00", in: "01101"))
        #expect(try said(arica, "2026-06-07", 10) == "Cerrado. Abre mañana a las 9:00")
        #expect(try said(iquique, "2026-06-07", 10) == "Abierto ahora, hasta las 14:00")
        let day = PointHours(point: arica, holidays: holidays).day(try #require(Day(iso: "2026-06-07")))
        #expect(day.intervals == [])
        let name = holidays.name(of: day.day)
        #expect(day.cause == .holiday(name) && name?.contains("Arica") == true)
    }

    @Test("on the days on which the clock changes, the clock on the wall counts")
    func clocks() throws {
        let point = try point("1-7 00:00-24:00", except: [("2026-09-06", "2026-09-06", "01:30-12:00")])
        #expect(try said(point, "2027-04-03", 23, 30) == "Abierto ahora, hasta las 0:00")
        #expect(try said(point, "2026-09-06", 3) == "Abierto ahora, hasta las 12:00")
        #expect(try said(point, "2026-09-06", 1) == "Cerrado. Abre hoy a las 1:30")
    }

    @Test("a Sunday is closed, and a point without stated hours has no state, whatever its exceptions")
    func none() throws {
        let weekdays = try point("1-6 09:00-14:00")
        #expect(try said(weekdays, "2026-11-29", 10) == "Cerrado. Abre mañana a las 9:00")
        let unknown = try point(nil, except: [("2026-11-23", "2026-11-23", "closed")])
        #expect(try said(unknown, "2026-11-24", 10) == nil)
        let hours = PointHours(point: unknown, holidays: holidays)
        let days = hours.days(from: try #require(Day(iso: "2026-11-23")), count: 2)
        #expect(days.map(\.intervals) == [[], nil])
    }

    @Test("the days to come name each holiday and each exception")
    func week() throws {
        let point = try point("1-5 09:00-14:00", except: [("2026-12-24", "2026-12-24", "09:00-12:00")])
        let days = PointHours(point: point, holidays: holidays).days(from: try #require(Day(iso: "2026-12-22")), count: 7)
        #expect(days.map { $0.intervals?.count } == [1, 1, 1, 0, 0, 0, 1])
        #expect(
            days.map(\.cause) == [
                .usual, .usual, .exception(point.exceptions[0]), .holiday(holidays.name(of: days[3].day)), .usual, .usual, .usual,
            ])
    }
}
