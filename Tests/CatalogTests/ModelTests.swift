import Civic
import Testing

@testable import Catalog

@Suite("Dated amounts")
struct ModelTests {
    private func amount(_ pesos: Int, _ from: String, _ to: String? = nil, ages: AgeBand? = nil, label: String = "Monto") throws
        -> DatedAmount
    {
        DatedAmount(
            label: label, ages: ages, money: Pesos(Int64(pesos)), from: try #require(Day(iso: from)),
            to: try to.map { try #require(Day(iso: $0)) })
    }

    @Test("on each day the amount of that day holds, its last day included")
    func onDay() throws {
        let series = [try amount(2, "2026-05-01"), try amount(1, "2026-01-01", "2026-04-30"), try amount(3, "2027-01-01", label: "Otro")]
        func on(_ day: String) throws -> Amounts { Amounts(series, on: try #require(Day(iso: day))) }
        #expect(try on("2026-04-30").current.map(\.money.amount) == [1])
        #expect(try on("2026-05-01").current.map(\.money.amount) == [2])
        #expect(try on("2026-05-01").earlier.map(\.money.amount) == [1])
        #expect(try on("2026-05-01").coming.map(\.money.amount) == [3])
        #expect(try on("2026-05-01").missing == [MissingAmount(label: "Otro")])
    }

    @Test("before the first day and after the last one nothing is stated: nothing is carried on")
    func missing() throws {
        let series = [try amount(1, "2026-01-01", "2026-04-30")]
        let before = Amounts(series, on: try #require(Day(iso: "2025-12-31")))
        #expect(before.current.isEmpty)
        #expect(before.missing == [MissingAmount(label: "Monto")])
        let after = Amounts(series, on: try #require(Day(iso: "2026-05-01")))
        #expect(after.current.isEmpty)
        #expect(after.missing == [MissingAmount(label: "Monto")])
        #expect(after.earlier.count == 1)
    }

    @Test("what is declared missing is missing for its ages alone, beside what holds for the others")
    func declared() throws {
        let known = try amount(1, "2026-01-01", ages: AgeBand(from: 75))
        let absence = AmountAbsence(
            label: "Monto", ages: AgeBand(from: 65, to: 74), from: Day(iso: "2026-01-01"), to: Day(iso: "2026-06-30"))
        func on(_ day: String) throws -> Amounts { Amounts([known], absences: [absence], on: try #require(Day(iso: day))) }
        #expect(try on("2026-06-30").current == [known])
        #expect(try on("2026-06-30").missing == [MissingAmount(label: "Monto", ages: AgeBand(from: 65, to: 74))])
        #expect(try on("2026-07-01").missing == [])
        #expect(try on("2025-12-31").missing == [MissingAmount(label: "Monto")])
        #expect(Amounts([], absences: [AmountAbsence(label: "Otro")], on: try #require(Day(iso: "2026-01-01"))).isEmpty == false)
    }

    @Test("earlier values come newest first")
    func order() throws {
        let series = [try amount(1, "2024-01-01", "2024-12-31"), try amount(2, "2025-01-01", "2025-12-31"), try amount(3, "2026-01-01")]
        #expect(Amounts(series, on: try #require(Day(iso: "2026-06-01"))).earlier.map(\.money.amount) == [2, 1])
    }

    @Test("two values overlap only with the same label, a common day and a common age")
    func overlaps() throws {
        let young = AgeBand(from: 65, to: 74)
        let old = AgeBand(from: 75)
        let open = try amount(1, "2026-01-01")
        #expect(open.overlaps(try amount(2, "2030-01-01")))
        #expect(!open.overlaps(try amount(2, "2030-01-01", label: "Otro")))
        #expect(!open.overlaps(try amount(2, "2025-01-01", "2025-12-31")))
        #expect(open.overlaps(try amount(2, "2025-01-01", "2026-01-01")))
        #expect(!(try amount(1, "2026-01-01", ages: young)).overlaps(try amount(1, "2026-01-01", ages: old)))
        #expect(open.overlaps(try amount(1, "2026-01-01", ages: old)))
    }

    @Test("a band of ages runs upwards and stays within a human life")
    func bands() {
        #expect(AgeBand(from: 65, to: 64) == nil)
        #expect(AgeBand(from: -1) == nil)
        #expect(AgeBand(from: 131) == nil)
        #expect(AgeBand(from: 65, to: 65) != nil)
    }
}
