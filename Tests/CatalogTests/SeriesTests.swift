import Definitions
import Civic
import Foundation
import Testing

@testable import Catalog

@Suite("Sheets that refer to parameters")
struct SeriesTests {
    /// The sample sheet with its amounts replaced by these lines, beside the sample parameters.
    private func files(_ amounts: String, _ sheet: String = SampleFiles.sheet) throws -> [String: String] {
        var texts = SampleFiles.texts
        let (start, end) = (try #require(sheet.range(of: "amounts:\n")), try #require(sheet.range(of: "legalBasis:")))
        texts["sheets/subsidio-familiar.yaml"] = sheet.replacingCharacters(in: start.upperBound..<end.lowerBound, with: amounts)
        texts["parameters/family.yaml"] = """
            parameters:
              - id: suf.monto
                name: {es: Por carga, en: For each}
                unit: pesos
                confidence: high
                values:
                  - {from: 2026-01-01, to: 2026-04-30, pesos: 22007, source: prensa, reason: Un motivo.}
                  - {from: 2026-05-01, pesos: 22601, source: prensa, condition: valor de referencia}
              - id: suf.limite
                name: {es: Ingreso máximo, en: Highest income}
                unit: pesos
                confidence: high
                values:
                  - {from: 2026-01-01, to: 2026-04-30, pesos: 631976, source: prensa}
                  - {from: 2026-05-01, pesos: 649039, source: prensa}
              - id: suf.duracion
                name: {es: Duración, en: Duration}
                unit: years
                confidence: high
                values:
                  - {from: 2026-01-01, years: 3, source: prensa}
              - id: suf.por-edad
                name: {es: Por edad, en: By age}
                unit: pesos
                ages: {from: 0, to: 18}
                confidence: high
                values:
                  - {from: 2026-01-01, pesos: 1, source: prensa}
            sources:
              - {id: prensa, name: prensa.cl}
            """
        return texts
    }

    private func refusal(_ amounts: String, _ sheet: String = SampleFiles.sheet) throws -> [String] {
        SampleFiles.defects(of: try files(amounts, sheet)).map { "\($0.field): \($0.message)" }
    }

    private func reading(_ amounts: String, _ sheet: String = SampleFiles.sheet) throws -> SheetReading {
        let catalogue = try CatalogueFiles(texts: files(amounts, sheet)).catalogue()
        return try ContentTests.reading(try #require(catalogue.sheets.first), catalogue)
    }

    @Test("a series brings its values with their dates, sources, reasons and conditions, in the place where the sheet names it")
    func series() throws {
        let reading = try reading(
            "  - {label: Aparte, pesos: 5, from: 2026-01-01, source: prensa}\n  - {parameter: suf.monto, condition: cada mes}\n")
        let amounts = reading.amounts
        #expect(amounts.map(\.label) == ["Aparte", "Por carga", "Por carga"])
        #expect(amounts.map(\.money.amount) == [5, 22007, 22601])
        #expect(amounts.map(\.condition) == [nil, "cada mes", "valor de referencia"])
        #expect(
            amounts[1].to == Day(iso: "2026-04-30") && amounts[1].reason == "Un motivo." && amounts[1].sources.map(\.name) == ["prensa.cl"])
        #expect(amounts[1].confidence == .high && amounts[0].confidence == nil)
    }

    @Test("a sheet may give a series its own name, and leave out what ended before a day")
    func label() throws {
        let amounts = try reading("  - {parameter: suf.monto, label: Mensual, since: 2026-05-01}\n").amounts
        #expect(amounts.map(\.label) == ["Mensual"])
        #expect(amounts.map(\.money.amount) == [22601])
        #expect(try reading("  - {parameter: suf.monto, since: 2026-04-30}\n").amounts.count == 2, "the last day is still one of its days")
    }

    @Test("a sheet that names a parameter that is not there does not load")
    func unknown() throws {
        #expect(try refusal("  - {parameter: suf.nada}\n") == ["amounts[1].parameter: 'suf.nada' is not a parameter of parameters/"])
        #expect(try refusal("  - {parameter: SUF}\n") == ["amounts[1].parameter: 'SUF' is not a parameter of parameters/"])
        #expect(
            try refusal("  - {parameter: suf.duracion}\n") == [
                "amounts[1].parameter: 'suf.duracion' is counted in years, and an amount is in pesos"
            ])
        #expect(
            try refusal("  - {parameter: suf.monto, pesos: 5}\n") == [
                "amounts[1].pesos: unknown field; there are: condition, label, parameter, since"
            ])
    }

    @Test("a file of parameters that can't be read is told once, and not again by each sheet that names one")
    func unread() throws {
        var texts = try files("  - {parameter: suf.monto}\n")
        texts["parameters/family.yaml"] = "parameters: ["
        #expect(Set(SampleFiles.defects(of: texts).map(\.file)) == ["parameters/family.yaml"])
    }

    @Test("an amount of the sheet's own may not contradict a series of the same name")
    func contradiction() throws {
        let own = "  - {label: Por carga, pesos: 5, from: 2026-06-01}\n"
        #expect(
            try refusal("  - {parameter: suf.monto}\n" + own) == [
                "amounts[2].from: overlaps amounts[1]: 'Por carga' would have two values on one day for the same age"
            ])
        #expect(try refusal(own + "  - {parameter: suf.monto}\n").map { $0.prefix { $0 != ":" } } == ["amounts[2].parameter"])
    }

    @Test("a limit in a condition follows the amount that it limits, and must not change while that holds")
    func condition() throws {
        let amounts = "  - {parameter: suf.monto, condition: \"ingreso de hasta {suf.limite}\"}\n"
        #expect(try refusal(amounts) == [])
        let long = "  - {label: Fijo, condition: \"ingreso de hasta {suf.limite}\", pesos: 5, from: 2026-02-01}\n"
        #expect(
            try refusal(long) == ["amounts[1].condition: 'suf.limite' changes on 2026-05-01, while the amount of 2026-02-01 holds"])
    }

    @Test(
        "a sentence may name a parameter that is there and has one value for everybody, and nothing else",
        arguments: [
            ("{suf.monto}", nil), ("a {suf.limite} y {suf.duracion}.", nil), ("{suf.nada}", "'suf.nada' is not a parameter of parameters/"),
            ("{}", "'' is not a parameter of parameters/"), ("{ suf.monto}", "' suf.monto' is not a parameter of parameters/"),
            ("{suf.por-edad}", "'suf.por-edad' depends on the age: a sentence has no way to say which"),
            ("hasta {suf.monto", "a brace without its pair"), ("hasta suf.monto}", "a brace without its pair"),
            ("{a{suf.monto}", "a brace without its pair"),
        ] as [(String, String?)])
    func sentences(_ text: String, _ complaint: String?) throws {
        let expected = complaint.map { ["requirements: \($0)"] } ?? []
        let sheet = SampleFiles.sheet.replacing("- Tener cargas.", with: "- \"\(text)\"")
        #expect(try refusal("  - {parameter: suf.monto}\n", sheet) == expected)
        let steps = SampleFiles.sheet.replacing("- Llame al 101.", with: "- \"\(text)\"")
        #expect(try refusal("  - {parameter: suf.monto}\n", steps) == (complaint.map { ["steps.phone: \($0)"] } ?? []))
        let note = SampleFiles.sheet.replacing("goodToKnow: Se paga cada mes.", with: "goodToKnow: \"\(text)\"")
        #expect(try refusal("  - {parameter: suf.monto}\n", note) == (complaint.map { ["goodToKnow: \($0)"] } ?? []))
    }

    @Test("what stands in lists and in the search takes no braces", arguments: ["title", "summary", "audience"])
    func elsewhere(_ field: String) throws {
        let line = try #require(SampleFiles.sheet.split(separator: "\n").first { $0.hasPrefix(field + ":") })
        let sheet = SampleFiles.sheet.replacing(line, with: "\(field): \"Son {suf.monto}\"")
        let found = try refusal("  - {parameter: suf.monto}\n", sheet)
        #expect(
            found == ["\(field): braces are filled in requirements, steps, goodToKnow and the condition of an amount, and nowhere else"])
    }

    private func filled(_ text: String, on day: String) throws -> String {
        let catalogue = try CatalogueFiles(texts: files("  - {parameter: suf.monto}\n")).catalogue()
        let parameters = Dictionary(uniqueKeysWithValues: catalogue.parameters.map { ($0.id, $0) })
        return FilledSentences(texts: try SheetViewTests.texts(), parameters: parameters, day: try #require(Day(iso: day))).dated(text)
    }

    @Test("money is filled with the value of the day and the day since which it holds; other quantities without")
    func filling() throws {
        #expect(try filled("Menos de {suf.limite}.", on: "2026-04-30") == "Menos de $631.976 (desde el 1 de enero de 2026).")
        #expect(try filled("Menos de {suf.limite}.", on: "2026-05-01") == "Menos de $649.039 (desde el 1 de mayo de 2026).")
        #expect(try filled("Dura {suf.duracion}.", on: "2026-05-01") == "Dura 3 años.")
        #expect(try filled("Sin nada que llenar.", on: "2026-05-01") == "Sin nada que llenar.")
    }

    @Test("a day that two amounts share is said once, after the last")
    func once() throws {
        #expect(
            try filled("De {suf.monto} a {suf.limite}, por {suf.duracion}.", on: "2026-06-01")
                == "De $22.601 a $649.039 (desde el 1 de mayo de 2026), por 3 años.")
    }

    @Test("what is missing is said to be missing, never left blank and never the last known value")
    func missing() throws {
        #expect(try filled("Menos de {suf.limite}.", on: "2025-12-31") == "Menos de monto por confirmar.")
        #expect(try filled("Dura {suf.duracion}.", on: "2025-12-31") == "Dura valor por confirmar.")
        #expect(try filled("Son {suf.nada}.", on: "2026-06-01") == "Son valor por confirmar.")
    }
}
