import Testing

@testable import Civic

@Suite("Values tile days and ages")
struct TilingTests {
    private static let source = [Source(id: "law", name: "A law")]

    static func day(_ iso: String) throws -> Day { try #require(Day(iso: iso)) }

    static func value(_ amount: Int64, _ from: String, _ to: String? = nil, ages: AgeBand? = nil) throws -> DatedValue {
        try #require(
            DatedValue(amount, from: day(from), to: to.map { try day($0) }, ages: ages, sources: source, confidence: .high))
    }

    static func pension(_ values: [DatedValue], missing: [MissingValue] = []) throws -> Parameter {
        try Parameter(
            try #require(Parameter.ID("pgu.maximo")), name: .init(es: "Maximum", en: "Maximum"), unit: .pesos, ages: AgeBand(from: 65),
            values: values,
            missing: missing)
    }

    private func complaint(_ values: [DatedValue], missing: [MissingValue] = []) throws -> String? {
        try #require(throws: TilingFaults.self) { try Self.pension(values, missing: missing) }.description
    }

    @Test("bands that meet, one after the other and side by side, are in order")
    func whole() throws {
        let young = AgeBand(from: 65, to: 81)
        let parameter = try Self.pension([
            try Self.value(250_275, "2026-02-01", ages: AgeBand(from: 82)), try Self.value(231_732, "2026-02-01", ages: young),
            try Self.value(224_004, "2025-02-01", "2026-01-31"),
        ])
        #expect(parameter.values.map(\.amount) == [224_004, 231_732, 250_275])
    }

    @Test("a gap of days is named with its days and its ages")
    func gapOfDays() throws {
        let said = try complaint([try Self.value(1, "2025-02-01", "2026-01-30"), try Self.value(2, "2026-02-01")])
        #expect(said == "pgu.maximo: no value from 2026-01-31 to 2026-01-31 for ages 65 and over, and nobody says that it is missing")
    }

    @Test("a gap of ages is named with its days and its ages")
    func gapOfAges() throws {
        let said = try complaint([
            try Self.value(1, "2026-09-01", ages: AgeBand(from: 65, to: 73)), try Self.value(2, "2026-09-01", ages: AgeBand(from: 75)),
        ])
        #expect(said == "pgu.maximo: no value from 2026-09-01 on for ages 74 to 74, and nobody says that it is missing")
    }

    @Test("the overlap that the sources write, 82 and over beside 75 and over, is named")
    func overlap() throws {
        let said = try complaint([
            try Self.value(1, "2026-09-01", ages: AgeBand(from: 65, to: 74)), try Self.value(2, "2026-09-01", ages: AgeBand(from: 75)),
            try Self.value(3, "2026-09-01", "2026-12-31", ages: AgeBand(from: 82)),
        ])
        #expect(said == "pgu.maximo: two at once from 2026-09-01 to 2026-12-31 for ages 82 and over")
    }

    @Test("a declared absence fills a gap, and overlaps like a value")
    func absence() throws {
        let values = [try Self.value(1, "2025-02-01", "2026-01-31"), try Self.value(2, "2026-03-01")]
        let absence = try #require(MissingValue(from: Self.day("2026-02-01"), to: Self.day("2026-02-28"), reason: "not stated"))
        #expect(try Self.pension(values, missing: [absence]).missing == [absence])
        let late = try #require(MissingValue(from: Self.day("2026-02-01"), to: Self.day("2026-03-01"), reason: "not stated"))
        #expect(try complaint(values, missing: [late]) == "pgu.maximo: two at once from 2026-03-01 to 2026-03-01 for ages 65 and over")
    }

    @Test("a band beyond the ages of the parameter is refused, and so are ages where it has none")
    func outside() throws {
        let early = try Self.value(1, "2026-01-01", ages: AgeBand(from: 60))
        #expect(try complaint([early]) == "pgu.maximo: a band that the parameter does not have from 2026-01-01 on for ages 60 and over")
        #expect(throws: TilingFaults.self) {
            try Parameter(try #require(Parameter.ID("suf.monto")), name: .init(es: "Subsidy", en: "Subsidy"), unit: .pesos, values: [early])
        }
    }

    @Test("a parameter that says nothing at all is refused, and one that is all missing is not")
    func nothing() throws {
        #expect(try complaint([]) == "pgu.maximo: neither values nor missing")
        let absence = try #require(MissingValue(from: Self.day("2025-01-01"), to: Self.day("2025-12-31"), reason: "empty in its source"))
        #expect(try Self.pension([], missing: [absence]).value(on: Self.day("2025-06-01"), age: 70) == nil)
    }

    @Test("what has an end may end: after its last day nothing is asked")
    func end() throws {
        #expect(try Self.pension([try Self.value(1, "2025-01-01", "2025-12-31")]).values.count == 1)
        let halves = [
            try Self.value(1, "2025-01-01", "2025-12-31", ages: AgeBand(from: 65, to: 74)),
            try Self.value(1, "2025-01-01", "2026-01-31", ages: AgeBand(from: 75)),
        ]
        #expect(
            try complaint(halves)
                == "pgu.maximo: no value from 2026-01-01 to 2026-01-31 for ages 65 to 74, and nobody says that it is missing")
    }

    @Test("two faults at once are both told")
    func both() throws {
        let faults = try #require(throws: TilingFaults.self) {
            try Self.pension([
                try Self.value(1, "2026-01-01", "2026-06-30", ages: AgeBand(from: 65, to: 80)),
                try Self.value(2, "2026-01-01", "2026-06-30", ages: AgeBand(from: 80, to: 90)),
            ])
        }.faults
        #expect(faults.map(\.kind) == [.overlap, .gap])
        #expect(faults.map(\.ages) == [AgeBand(from: 80, to: 80), AgeBand(from: 91)])
        #expect(faults.map(\.stretches) == [[0, 1], []])
    }
}
