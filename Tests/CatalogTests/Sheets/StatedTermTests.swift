import Definitions
import Civic
import Foundation
import Markup
import Testing

@testable import Catalog

@Suite("Times that a sheet states")
struct StatedTermTests {
    @Test("a term is read as it is written, and written as it is read")
    func written() {
        for (text, term) in [
            ("3 days", Term.days(3)), ("20 business days", .businessDays(20)), ("9 months", .months(9)), ("10 years", .months(120)),
        ] {
            #expect(Term(written: text) == term)
            #expect(Term(written: text)?.written == text)
        }
        #expect(Term(written: "1 month") == .months(1))
    }

    @Test(
        "anything else is no term",
        arguments: [
            "", "days", "3", "3 days ", " 3 days", "03 days", "0 days", "-1 days", "3 weeks", "20 businessdays", "99999 days", "3  days",
        ])
    func others(_ text: String) {
        #expect(Term(written: text) == nil)
    }

    @Test("a sheet's times are read with what can be reckoned with")
    func whole() throws {
        let sheet = try #require(try SampleFiles.catalogue().sheets.first)
        #expect(
            sheet.answer
                == StatedTerm(
                    "20 días hábiles, prorrogables por 10.", within: .businessDays(20), prolonged: .businessDays(10), isLegal: true))
        #expect(sheet.period == StatedTerm("En marzo.", from: Day(iso: "2026-03-01"), to: Day(iso: "2026-03-31")))
        #expect(sheet.collection == StatedTerm("9 meses.", within: .months(9), since: "la emisión"))
        #expect(sheet.validity == nil)
    }

    @Test("what is kept as text comes back the same")
    func kept() throws {
        let sheet = try #require(try SampleFiles.catalogue().sheets.first)
        for term in [sheet.answer, sheet.period, sheet.collection] {
            let kept = try JSONDecoder().decode(StatedTerm.self, from: JSONEncoder().encode(try #require(term)))
            #expect(kept == term)
        }
    }

    @Test(
        "a term that says nothing, or contradicts itself, is refused where it stands",
        arguments: [
            ("  within: 20 business days", "  within: 20 working days", "answer.within", "must be a term like"),
            ("  within: 20 business days\n", "", "answer.prolonged", "needs the term that it prolongs"),
            ("  to: 2026-03-31", "  to: 2026-02-28", "period.to", "is before 'from'"),
            ("  text: En marzo.\n", "", "period.text", "is missing"),
            ("  legal: true", "  legal: yes", "answer.legal", "must be true or false"),
            ("since: la emisión", "desde: la emisión", "collection.desde", "unknown field"),
        ] as [(String, String, String, String)])
    func refused(_ old: String, _ new: String, _ field: String, _ message: String) throws {
        let defect = try #require(SampleFiles.defects(old, new).first)
        #expect(defect.field == field && defect.message.contains(message), "\(defect)")
    }

    @Test("a day stands before, within or after the days that are stated, both included")
    func moments() throws {
        func day(_ iso: String) throws -> Day { try #require(Day(iso: iso)) }
        let march = StatedTerm("x", from: try day("2026-03-01"), to: try day("2026-03-31"))
        #expect(march.moment(on: try day("2026-02-28")) == .before)
        #expect(march.moment(on: try day("2026-03-01")) == .during)
        #expect(march.moment(on: try day("2026-03-31")) == .during)
        #expect(march.moment(on: try day("2026-04-01")) == .after)
        #expect(StatedTerm("x", from: try day("2026-03-01")).moment(on: try day("2036-03-01")) == .during)
        #expect(StatedTerm("x", to: try day("2026-03-01")).moment(on: try day("2026-03-02")) == .after)
        #expect(StatedTerm("x", within: .days(3)).moment(on: try day("2026-03-02")) == nil)
    }

    @Test("the page says the days, whether it is open today, and what a law sets")
    func view() throws {
        let sheet = try #require(try SampleFiles.catalogue().sheets.first)
        func facts(_ iso: String) throws -> String {
            TermViews(texts: try SheetViewTests.texts(), today: try #require(Day(iso: iso))).facts(of: sheet).string
        }
        let open = try facts("2026-03-15")
        #expect(open.contains("Del 1 de marzo de 2026 al 31 de marzo de 2026.") && open.contains("Abierto"))
        #expect(open.contains("20 días hábiles, prorrogables por 10. <span class=\"quiet\">(lo fija la ley)</span>"))
        #expect(open.contains("Plazo para cobrar") && !open.contains("Vigencia"))
        #expect(try facts("2026-11-24").contains("Cerrado"))
        #expect(try facts("2026-01-01").contains("Todavía no comienza"))
    }
}
