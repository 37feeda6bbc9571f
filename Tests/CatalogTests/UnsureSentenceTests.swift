import Civic
import Testing

@testable import Catalog

@Suite("Sentences with a value that is not sure")
struct UnsureSentenceTests {
    private func parameter(
        _ id: String, _ unit: Parameter.Unit, _ amount: Int64, _ confidence: Confidence, isAssumed: Bool = false
    ) throws -> Parameter {
        let source = Source(id: "prensa", name: "prensa.cl")
        let from = try #require(Day(iso: "2026-05-01"))
        let value = try #require(DatedValue(amount, from: from, sources: [source], confidence: confidence, reason: "Un motivo."))
        return try Parameter(
            try #require(Parameter.ID(id)), name: .init(es: "Ejemplo", en: "Example"), unit: unit, isAssumed: isAssumed, values: [value])
    }

    private func sentences() throws -> FilledSentences {
        let parameters = [
            try parameter("ejemplo.seguro", .pesos, 22_601, .medium), try parameter("ejemplo.inferido", .pesos, 250_275, .low),
            try parameter("ejemplo.plazo", .businessDays, 5, .low),
            try parameter("ejemplo.supuesto", .pesos, 1_000, .high, isAssumed: true),
        ]
        return FilledSentences(
            texts: try SheetViewTests.texts(), parameters: Dictionary(uniqueKeysWithValues: parameters.map { ($0.id, $0) }),
            day: try #require(Day(iso: "2026-11-24")))
    }

    @Test(
        "what was inferred says that it is to be confirmed, what was made up that it is not real, and a sure value neither",
        arguments: [
            ("Son {ejemplo.seguro}.", "Son $22.601 (desde el 1 de mayo de 2026)."),
            ("Son {ejemplo.inferido}.", "Son $250.275 (desde el 1 de mayo de 2026, por confirmar)."),
            ("Hay {ejemplo.plazo}.", "Hay 5 días hábiles (por confirmar)."),
            ("Son {ejemplo.supuesto}.", "Son $1.000 (desde el 1 de mayo de 2026, valor supuesto, no es real)."),
            ("{ejemplo.inferido} o {ejemplo.seguro}", "$250.275 (por confirmar) o $22.601 (desde el 1 de mayo de 2026)"),
        ])
    func dated(_ text: String, _ expected: String) throws {
        #expect(try sentences().dated(text) == expected)
    }

    @Test("the doubt is said also where the day stands already")
    func plain() throws {
        #expect(try sentences().plain("hasta {ejemplo.inferido}") == "hasta $250.275 (por confirmar)")
        #expect(try sentences().plain("hasta {ejemplo.seguro}") == "hasta $22.601")
    }
}
