import Testing

@testable import Civic

@Suite("A parameter on a day, for an age")
struct ParameterTests {
    private func pension() throws -> Parameter {
        try TilingTests.pension(
            [
                try TilingTests.value(224_004, "2025-02-01", "2026-01-31"),
                try TilingTests.value(231_732, "2026-02-01", "2026-08-31", ages: AgeBand(from: 65, to: 81)),
                try TilingTests.value(250_275, "2026-02-01", "2026-08-31", ages: AgeBand(from: 82)),
                try TilingTests.value(250_275, "2027-09-01"),
            ],
            missing: [
                try #require(MissingValue(from: TilingTests.day("2026-09-01"), to: TilingTests.day("2027-08-31"), reason: "not stated"))
            ]
        )
    }

    @Test(
        "the value is the one of that day and that age, both ends included",
        arguments: [
            ("2025-02-01", 65, 224_004), ("2026-01-31", 99, 224_004), ("2026-02-01", 81, 231_732), ("2026-02-01", 82, 250_275),
            ("2026-08-31", 130, 250_275), ("2027-09-01", 65, 250_275), ("2099-01-01", 70, 250_275),
        ] as [(String, Int, Int64)])
    func value(_ iso: String, _ age: Int, _ amount: Int64) throws {
        #expect(try pension().value(on: TilingTests.day(iso), age: age)?.amount == amount)
    }

    @Test(
        "what is missing is missing: before, between, and outside of its ages",
        arguments: [("2025-01-31", 70), ("2026-09-01", 70), ("2027-08-31", 90), ("2026-02-01", 64), ("2026-02-01", 131)])
    func missing(_ iso: String, _ age: Int) throws {
        #expect(try pension().value(on: TilingTests.day(iso), age: age) == nil)
    }

    @Test("without an age there is a value only where it is the same for all")
    func ageless() throws {
        #expect(try pension().value(on: TilingTests.day("2025-06-01"))?.amount == 224_004)
        #expect(try pension().value(on: TilingTests.day("2026-06-01")) == nil)
        #expect(try pension().value(on: TilingTests.day("2027-09-01"))?.amount == 250_275)
    }

    @Test("where age has nothing to do with it, any age has the value")
    func anyAge() throws {
        let term = try Parameter(
            try #require(Parameter.ID("ley-19880.reposicion")), name: .init(es: "Term", en: "Term"), unit: .businessDays,
            values: [try TilingTests.value(5, "2003-05-29")])
        #expect(try term.value(on: TilingTests.day("2026-01-01"))?.amount == 5)
        #expect(try term.value(on: TilingTests.day("2026-01-01"), age: 3)?.amount == 5)
    }

    @Test("an id is a family and a name", arguments: ["pgu.maximo", "ley-19880.decision-final", "a.b.c", "suf.monto2"])
    func ids(_ text: String) {
        #expect(Parameter.ID(text)?.description == text)
    }

    @Test(
        "anything else is no id",
        arguments: [
            "", "pgu", "pgu.", ".maximo", "pgu..maximo", "PGU.maximo", "pgu.máximo", "pgu maximo", "pgu.-a", "pgu.a-", "pgu.a--b", "1.a",
            "pgu.max\u{0}imo", "a." + String(repeating: "b", count: 100),
        ])
    func notIDs(_ text: String) {
        #expect(Parameter.ID(text) == nil)
    }

    @Test("a value that ends before it begins, is negative or comes from nowhere can't be made")
    func values() throws {
        let (day, before) = (try TilingTests.day("2026-02-01"), try TilingTests.day("2026-01-31"))
        let law = [Source(id: "law", name: "A law")]
        #expect(DatedValue(1, from: day, to: before, sources: law, confidence: .high) == nil)
        #expect(DatedValue(-1, from: day, sources: law, confidence: .high) == nil)
        #expect(DatedValue(1, from: day, sources: [], confidence: .high) == nil)
        #expect(DatedValue(0, from: day, to: day, sources: law, confidence: .high) != nil)
        #expect(MissingValue(from: day, to: before, reason: "x") == nil)
    }

    @Test("a value is confirmed by an official source of which it is sure, and unread where nobody read it")
    func confirmed() throws {
        func value(_ kinds: [Source.Kind?], _ confidence: Confidence) throws -> DatedValue {
            let sources = kinds.map { Source(id: "a", name: "A", kind: $0) }
            return try #require(DatedValue(1, from: TilingTests.day("2026-02-01"), sources: sources, confidence: confidence))
        }
        #expect(
            try value([.official, nil], .high).isConfirmed && !value([.official], .medium).isConfirmed && !value([nil], .high).isConfirmed)
        #expect(try value([.unread], .low).isUnread && !value([.unread, nil], .low).isUnread)
    }

    @Test("a name is said in the language asked for, and in Spanish where it has none")
    func names() {
        let name = Parameter.Name(es: "Plazo", en: "Term")
        #expect(name.said(in: "en") == ("Term", "en") && name.said(in: "es") == ("Plazo", "es") && name.said(in: "arn") == ("Plazo", "es"))
        #expect(Parameter.Name(es: "Plazo", en: nil).said(in: "en") == ("Plazo", "es"))
    }

    @Test("a quantity is read in its unit, the exact number and no more")
    func quantities() throws {
        let texts = try Texts(file: Sources.root + "/Texts/es.json", language: "es")
        let said: [(Int64, Parameter.Unit, String)] = [
            (1_252_602, .pesos, "$1.252.602"), (2, .count, "2"), (1, .hours, "1 hora"), (72, .hours, "72 horas"), (30, .days, "30 días"),
            (1, .businessDays, "1 día hábil"), (20, .businessDays, "20 días hábiles"), (6, .months, "6 meses"), (23, .months, "23 meses"),
            (24, .months, "2 años"), (777, .months, "64 años y 9 meses"), (1_201, .months, "100 años y 1 mes"), (65, .years, "65 años"),
            (4000, .percent, "40%"), (1250, .percent, "12,5%"), (1205, .percent, "12,05%"), (5, .percent, "0,05%"), (1500, .uf, "15 UF"),
            (2_000_000, .utm, "20.000 UTM"),
        ]
        for (amount, unit, text) in said { #expect(texts.quantity(amount, unit) == text) }
        let english = try Texts(file: Sources.root + "/Texts/en.json", language: "en")
        #expect(english.quantity(777, .months) == "64 years and 9 months")
        #expect(Set(said.map(\.1)) == Set(Parameter.Unit.allCases), "every unit is tried")
    }
}
