import Civic
import Foundation
import TestKit
import Testing

@testable import Catalog

@Suite("Hours of the week, as they are written and as they are said")
struct WeeklyHoursTests {
    @Test("days and intervals are read in the order of the week")
    func reading() throws {
        let week = try #require(WeeklyHours("1-4 09:00-13:00 15:00-17:30; 5 09:00-13:00"))
        #expect(week.stretches.map(\.days) == [1...4, 5...5])
        #expect(week.stretches[0].intervals.map(\.from) == [540, 900])
        #expect(week.description == "1-4 09:00-13:00 15:00-17:30; 5 09:00-13:00")
    }

    @Test(
        "what is not written like that is not read",
        arguments: [
            "", "1-5", "1-5 ", "0-5 09:00-14:00", "1-8 09:00-14:00", "5-1 09:00-14:00", "1-1 09:00-14:00", "1-5 9:00-14:00",
            "1-5 14:00-09:00", "1-5 09:00-25:00", "lunes 09:00-14:00", "1-5 09:00-14:00;", "1-3 09:00-14:00; 3 09:00-13:00",
            "5 09:00-13:00; 1-4 09:00-14:00", "1-5 09:00-12:00 11:00-14:00", "1-5 09:00-12:00 12:00-14:00", "1-5  09:00-14:00",
            "1-5 15:00-17:00 09:00-12:00", "1-2-3 09:00-14:00", "- 09:00-14:00", "\u{0661}-5 09:00-14:00",
        ])
    func refused(_ text: String) {
        #expect(WeeklyHours(text) == nil)
    }

    @Test("the week is said as people say it")
    func words() throws {
        let hours = HourTexts(texts: try SheetViewTests.texts())
        func said(_ text: String) throws -> String { hours.week(try #require(WeeklyHours(text))) }
        #expect(try said("1-5 08:30-14:00") == "De lunes a viernes, de 8:30 a 14:00.")
        #expect(
            try said("1-4 09:00-13:00 15:00-17:00; 5 09:00-13:00")
                == "De lunes a jueves, de 9:00 a 13:00 y de 15:00 a 17:00. El viernes, de 9:00 a 13:00.")
        #expect(try said("1-7 00:00-24:00") == "Todos los días, de 0:00 a 24:00.")
    }

    /// The state on a day of November and December of 2026 and at an hour, with the country's holidays.
    private func state(_ week: String, _ day: String, _ hour: Int, _ minute: Int = 0) throws -> String {
        let today = try #require(Day(iso: day))
        let now = ChileanTime.instant(of: today, hour: hour, minute: minute)
        let state = try #require(WeeklyHours(week)).opening.state(at: now, try Reference.holidays())
        return HourTexts(texts: try SheetViewTests.texts()).state(state, today: today)
    }

    @Test("open says until when; closed says the next opening, over nights, weekends and holidays")
    func states() throws {
        let week = "1-5 08:30-14:00"
        #expect(try state(week, "2026-11-23", 9) == "Abierto ahora, hasta las 14:00")
        #expect(try state(week, "2026-11-23", 13, 59) == "Abierto ahora, hasta las 14:00")
        #expect(try state(week, "2026-11-23", 7) == "Cerrado. Abre hoy a las 8:30")
        #expect(try state(week, "2026-11-23", 14) == "Cerrado. Abre mañana a las 8:30")
        #expect(try state(week, "2026-11-27", 15) == "Cerrado. Abre el lunes a las 8:30")
        #expect(try state(week, "2026-12-07", 15) == "Cerrado. Abre el miércoles a las 8:30", "the 8th is a holiday")
        #expect(try state("3 09:00-10:00", "2026-11-25", 11) == "Cerrado. Abre el miércoles 2 de diciembre de 2026 a las 9:00")
    }
}

@Suite("When something was seen")
struct SeenDateTests {
    @Test("a year, a month or a day, said as far as it is known")
    func words() throws {
        let texts = try SheetViewTests.texts()
        let said = ["2020", "2022-02", "2021-06-08"].map { SeenDate($0).map(texts.seen) }
        #expect(said == ["en 2020", "en febrero de 2022", "el 8 de junio de 2021"])
    }

    @Test(
        "nothing else is a date",
        arguments: ["", "20", "1850", "2022-13", "2022-2", "2021-02-29", "2021-06-08-01", "junio", "2022-", "-2022", "2022/02"])
    func refused(_ text: String) {
        #expect(SeenDate(text) == nil)
    }
}
