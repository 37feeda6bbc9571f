import Civic
import Foundation
import TestKit
import Testing

@Suite("Terms")
struct TermTests {
    let holidays: Holidays
    let calendar: BusinessCalendar

    init() throws {
        holidays = try Reference.holidays()
        calendar = BusinessCalendar(holidays)
    }

    static func day(_ iso: String) throws -> Day { try #require(Day(iso: iso)) }

    @Test(
        "in business days run from the day after the notice and leave out Saturdays, Sundays and holidays",
        arguments: [
            // Friday 11 September 2026; 18 (Friday) and 19 are holidays.
            ("2026-09-11", 5, "2026-09-21"), ("2026-09-17", 1, "2026-09-21"), ("2026-11-23", 5, "2026-11-30"),
            ("2026-12-24", 1, "2026-12-28"),
            ("2026-11-23", 0, "2026-11-23"), ("2024-02-28", 1, "2024-02-29"), ("2026-04-30", 1, "2026-05-04"),
        ])
    func businessDays(_ notice: String, _ count: Int, _ end: String) throws {
        #expect(try Term.businessDays(count).end(from: try Self.day(notice), calendar).iso == end)
    }

    @Test("whose notice falls on a holiday begin on the day after it, that counts or not")
    func startsOnHoliday() throws {
        // 18 September 2026 is a Friday and a holiday: the first day that counts is Monday 21.
        #expect(try Term.businessDays(1).end(from: try Self.day("2026-09-18"), calendar).iso == "2026-09-21")
        #expect(try Term.businessDays(2).end(from: try Self.day("2026-09-18"), calendar).iso == "2026-09-22")
    }

    @Test("in days of the calendar that end on a day that does not count go on to the next that does")
    func calendarDays() throws {
        #expect(try Term.days(7).end(from: try Self.day("2026-09-11"), calendar).iso == "2026-09-21")
        #expect(try Term.days(30).end(from: try Self.day("2026-11-23"), calendar).iso == "2026-12-23")
    }

    @Test("in months end on the same number, or on the last day of a shorter month: 29 February too")
    func months() throws {
        #expect(try Self.day("2024-01-31").adding(months: 1).iso == "2024-02-29")
        #expect(try Self.day("2023-01-31").adding(months: 1).iso == "2023-02-28")
        #expect(try Self.day("2024-02-29").adding(months: 12).iso == "2025-02-28")
        #expect(try Self.day("2024-02-29").adding(months: 48).iso == "2028-02-29")
        #expect(try Self.day("2026-01-15").adding(months: -1).iso == "2025-12-15")
        #expect(try Term.months(6).end(from: try Self.day("2026-03-20"), calendar).iso == "2026-09-21")
    }

    @Test("of urgent procedures are half, those of applications and appeals whole")
    func urgency() {
        #expect(Term.businessDays(20).halved(isFilingOrAppeal: false) == .businessDays(10))
        #expect(Term.businessDays(5).halved(isFilingOrAppeal: false) == .businessDays(3))
        #expect(Term.businessDays(1).halved(isFilingOrAppeal: false) == .businessDays(1))
        #expect(Term.businessDays(5).halved(isFilingOrAppeal: true) == .businessDays(5))
        #expect(Term.months(6).halved(isFilingOrAppeal: false) == .months(3))
    }

    @Test("in a comuna with a holiday of its own leave that day out there alone")
    func local() throws {
        // 20 August 2026, a Thursday: Chillán and Chillán Viejo. 7 June 2027, a Monday: the region of Arica.
        let chillan = BusinessCalendar(holidays, comuna: "16101")
        #expect(try Term.businessDays(1).end(from: try Self.day("2026-08-19"), chillan).iso == "2026-08-21")
        #expect(try Term.businessDays(1).end(from: try Self.day("2026-08-19"), calendar).iso == "2026-08-20")
        #expect(try !BusinessCalendar(holidays, comuna: "15101").isBusinessDay(try Self.day("2027-06-07")))
        #expect(try BusinessCalendar(holidays, comuna: "13101").isBusinessDay(try Self.day("2027-06-07")))
    }

    @Test("beyond the years of the data are not counted: it says so")
    func outside() throws {
        #expect(throws: OutsideCalendar.self) { try Term.businessDays(10).end(from: try Self.day("2035-12-28"), calendar) }
        #expect(throws: OutsideCalendar.self) { try calendar.isBusinessDay(try Self.day("2014-12-31")) }
    }

    @Test("a bank holiday counts")
    func bank() throws {
        #expect(try calendar.isBusinessDay(try Self.day("2026-12-31")))
    }

    @Test("are those of a calendar counted another way, for a million notices from 2015 to 2035")
    func property() throws {
        // Counted with Foundation's calendar and the text of the file, into one row of days that count.
        let zone = try #require(TimeZone(identifier: "UTC"))
        var gregorian = Calendar(identifier: .gregorian)
        gregorian.timeZone = zone
        var nationals: Set<String> = []
        for line in try Reference.text("calendar/holidays.csv").split(separator: "\n") where line.contains(",nacional,") {
            nationals.insert(String(line.prefix(10)))
        }
        let (first, last) = (try Self.day("2015-01-01"), try Self.day("2035-12-31"))
        var counting: [Int] = []
        for number in first.number...last.number {
            let date = Date(timeIntervalSince1970: Double(number) * 86_400)
            let parts = gregorian.dateComponents([.year, .month, .day, .weekday], from: date)
            let (year, month, day) = (parts.year ?? 0, parts.month ?? 0, parts.day ?? 0)
            let iso = "\(year)-\(month < 10 ? "0" : "")\(month)-\(day < 10 ? "0" : "")\(day)"
            if parts.weekday != 1, parts.weekday != 7, !nationals.contains(iso) { counting.append(number) }
        }
        var random = SystemRandomNumberGenerator()
        for _ in 0..<1_000_000 {
            let notice = Int.random(in: first.number...last.number - 200, using: &random)
            let count = Int.random(in: 1...40, using: &random)
            // The first that counts after the notice, by bisection; the term ends so many further on.
            var (low, high) = (0, counting.count)
            while low < high {
                let middle = (low + high) / 2
                if counting[middle] <= notice { low = middle + 1 } else { high = middle }
            }
            let expected = counting[low + count - 1]
            let end = try Term.businessDays(count).end(from: Day(number: notice), calendar)
            if end.number != expected {
                Issue.record("\(count) days from \(Day(number: notice).iso) end on \(end.iso), not \(Day(number: expected).iso)")
                return
            }
        }
    }
}
