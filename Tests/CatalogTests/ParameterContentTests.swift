import Civic
import Testing

@testable import Catalog

@Suite("The parameters that Ventanilla ships")
struct ParameterContentTests {
    private func parameter(_ id: String) throws -> Parameter {
        try #require(try ContentTests.catalogue().parameters.first { $0.id.description == id })
    }

    private func amount(_ id: String, _ iso: String, age: Int? = nil) throws -> Int64? {
        try parameter(id).value(on: try #require(Day(iso: iso)), age: age)?.amount
    }

    @Test(
        "the maximum of the universal pension is the one of its sources, on each side of each change",
        arguments: [
            ("2022-02-01", 70, 185_000), ("2022-11-01", 70, 193_917), ("2023-02-01", 70, 206_173), ("2024-10-01", 70, 214_296),
            ("2025-08-31", 90, 224_004), ("2025-09-01", 81, 224_004), ("2025-09-01", 82, 250_000), ("2026-01-31", 82, 250_000),
            ("2026-02-01", 81, 231_732), ("2026-08-31", 82, 250_275), ("2026-08-31", 75, 231_732), ("2026-09-01", 75, 250_275),
            ("2026-09-01", 74, 231_732), ("2026-11-24", 99, 250_275), ("2027-09-01", 65, 250_275), ("2027-02-01", 65, nil),
            ("2027-08-31", 90, nil), ("2022-01-31", 70, nil), ("2026-11-24", 64, nil),
        ] as [(String, Int, Int64?)])
    func maximum(_ iso: String, _ age: Int, _ amount: Int64?) throws {
        #expect(try self.amount("pgu.maximo", iso, age: age) == amount)
    }

    @Test("the limits of the universal pension have their holes where nobody stated a value")
    func limits() throws {
        let days = ["2022-02-01", "2022-11-01", "2023-06-01", "2024-06-01", "2025-06-01", "2026-11-24", "2027-02-01"]
        #expect(try days.map { try amount("pgu.inferior", $0) } == [630_000, 660_366, 702_101, nil, 762_822, 789_139, nil])
        #expect(try days.map { try amount("pgu.superior", $0) } == [1_000_000, nil, 1_114_446, 1_158_355, 1_210_828, 1_252_602, nil])
    }

    @Test("the two known conflicts are mended with their reasons")
    func conflicts() throws {
        let today = try #require(Day(iso: "2026-11-24"))
        let (august, announcedDay) = (try #require(Day(iso: "2026-08-31")), try #require(Day(iso: "2027-09-01")))
        let lower = try #require(try parameter("pgu.inferior").value(on: today))
        #expect(lower.confidence == .medium && lower.reason?.contains("Está solo en la ficha") == true)
        let maximum = try parameter("pgu.maximo")
        let absorbed = try #require(maximum.value(on: august, age: 82))
        #expect(absorbed.to == august && absorbed.reason?.contains("no se superpongan") == true)
        let announced = try #require(maximum.value(on: announcedDay, age: 65))
        #expect(announced.confidence == .low && announced.condition == "valor de referencia, se reajusta por IPC")
    }

    @Test("the family subsidy keeps its hole between two sources that differ, and what has no day stays out with a remark")
    func subsidy() throws {
        #expect(try amount("suf.monto", "2025-07-31") == 21_243)
        #expect(try amount("suf.monto", "2025-10-15") == nil)
        #expect(try amount("suf.monto", "2026-01-01") == 22_007)
        #expect(try amount("suf.monto", "2026-11-24") == 22_601)
        let remark = try #require(try parameter("suf.monto").remark)
        for undated in ["$13.401", "$20.328"] { #expect(remark.contains(undated)) }
        let other = try #require(try parameter("aporte-familiar.monto").remark)
        for undated in ["$43.042", "$59.452"] { #expect(other.contains(undated)) }
    }

    @Test("double is double, and half is half, on every day of both series")
    func ratios() throws {
        let single = try parameter("suf.monto")
        for value in try parameter("suf.monto-discapacidad").values {
            #expect(single.value(on: value.from).map { $0.amount * 2 } == value.amount)
        }
        let pension = try parameter("pbsi.monto")
        for value in try parameter("subsidio-discapacidad.monto").values {
            let half = try #require(pension.value(on: value.from)).amount
            #expect(value.amount == (half + 1) / 2)
        }
    }

    @Test("the budgets are in pesos, the one that the source leaves empty is missing, and none goes beyond its year")
    func budgets() throws {
        let budgets = try ContentTests.catalogue().parameters.filter { $0.id.description.hasPrefix("presupuesto-ips.") }
        #expect(budgets.count == 18)
        #expect(try amount("presupuesto-ips.suf", "2025-06-01") == 678_973_580_000)
        #expect(budgets.flatMap(\.values).map(\.amount).reduce(0, +) == 5_548_135_775_000, "the sum of the source's seventeen figures")
        #expect(budgets.filter { $0.values.isEmpty }.map(\.id.description) == ["presupuesto-ips.pgu"])
        let later = try #require(Day(iso: "2026-01-01"))
        #expect(budgets.allSatisfy { $0.value(on: later) == nil })
    }

    @Test("terms of law are counted in their own unit, and what was not read in the law says so")
    func terms() throws {
        let terms: [(String, Parameter.Unit, Int64, Confidence)] = [
            ("ley-19880.duracion-maxima", .months, 6, .medium), ("ley-19880.reposicion", .businessDays, 5, .medium),
            ("ley-19880.copia-al-superior", .hours, 24, .medium), ("ley-19880.urgencia", .percent, 5000, .medium),
            ("ley-19880.decision-final", .businessDays, 20, .low), ("ley-21719.respuesta", .days, 30, .high),
            ("ley-21719.bloqueo", .businessDays, 2, .low), ("ley-21719.multa-maxima", .utm, 2_000_000, .high),
            ("ley-20285.respuesta", .businessDays, 20, .medium),
        ]
        let day = try #require(Day(iso: "2026-12-01"))
        for (id, unit, amount, confidence) in terms {
            let term = try parameter(id)
            let value = try #require(term.value(on: day))
            #expect(term.unit == unit && value.amount == amount && value.confidence == confidence, "\(id)")
            #expect(!term.basis.isEmpty)
        }
        #expect(try amount("ley-21719.respuesta", "2026-11-30") == nil, "that law is not yet in force")
    }

    @Test("whatever is not sure says why, and every value says from where")
    func reasons() throws {
        for parameter in try ContentTests.catalogue().parameters {
            #expect(parameter.values.allSatisfy { !$0.sources.isEmpty })
            for value in parameter.values where value.confidence == .low { #expect(value.reason != nil, "\(parameter.id)") }
        }
    }

    @Test("every name is in both languages, and none is the same in both")
    func names() throws {
        for parameter in try ContentTests.catalogue().parameters {
            #expect(parameter.name.en.map { !$0.isEmpty && $0 != parameter.name.es } == true, "\(parameter.id)")
        }
    }

    @Test("what was read in the law says so, and press or own knowledge does not")
    func readings() throws {
        let today = try #require(Day(iso: "2026-11-24"))
        #expect(try parameter("pgu.edad-minima").value(on: today)?.isConfirmed == true)
        let own = try #require(try parameter("pgu.edad-de-solicitud").value(on: today))
        #expect(own.isUnread && !own.isConfirmed)
        let press = try #require(try parameter("pgu.superior").value(on: today))
        #expect(!press.isConfirmed && !press.isUnread && press.sources.map(\.name) == ["meganoticias.cl"])
    }

    @Test("a number that is in the store stands in no sheet: neither as an amount nor in a sentence")
    func once() throws {
        let catalogue = try ContentTests.catalogue()
        // Numbers of one or two digits are words like any other.
        let money = Set(
            catalogue.parameters.filter { $0.unit == .pesos && !$0.id.description.hasPrefix("presupuesto-ips.") }.flatMap(\.values)
                .map { Pesos($0.amount).description })
        for sheet in catalogue.sheets {
            for amount in sheet.ownAmounts { #expect(!money.contains(amount.money.description), "\(sheet.slug): \(amount.money)") }
            let told =
                [
                    sheet.summary, sheet.audience, sheet.eligibility, sheet.goodToKnow, sheet.answer?.text, sheet.period?.text,
                    sheet.validity?.text,
                ].compactMap { $0 } + sheet.requirements + sheet.documents
            for text in told { #expect(!money.contains { text.contains($0) }, "\(sheet.slug): \(text)") }
        }
    }

    @Test("no two sheets state the same amount from the same day under the same name on their own")
    func shared() throws {
        let own = try ContentTests.catalogue().sheets.flatMap { sheet in
            sheet.ownAmounts.map { "\($0.label) \($0.money) \($0.from.iso)" }
        }
        #expect(Set(own).count == own.count)
    }
}
