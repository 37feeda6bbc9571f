import Expressions
import Flows
import TestKit
import Testing

@Suite("A whole population at once")
struct BatchTests {
    /// Somebody made up, as registers know them; nothing is known of one in twenty.
    private static func person(_ random: inout SplitMix) -> [String: Int64] {
        let unknown = { (random: inout SplitMix) in random.next() % 20 == 0 }
        var person: [String: Int64] = [:]
        func put(_ name: String, _ value: Int64, _ random: inout SplitMix) { person[name] = unknown(&random) ? Population.unknown : value }
        put("nacimiento", Int64(random.next() % 20_000) - 15_000, &random)
        put("recibe_ffaa", random.next() % 15 == 0 ? 1 : 0, &random)
        put("anos_residencia", Int64(random.next() % 60), &random)
        put("anos_recientes", Int64(random.next() % 6), &random)
        put("sobre_el_corte", random.next() % 10 == 0 ? 1 : 0, &random)
        put("pension_base", Int64(random.next() % 1_400_000), &random)
        return person
    }

    struct SplitMix: RandomNumberGenerator {
        var state: UInt64
        mutating func next() -> UInt64 {
            state &+= 0x9E37_79B9_7F4A_7C15
            var mixed = state
            mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
            mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
            return mixed ^ (mixed >> 31)
        }
    }

    @Test("comes to what each comes to alone: the same rules, the same pesos")
    func same() throws {
        let interpreter = try Pension.interpreter()
        let service = interpreter.service
        let batch = try ServiceBatch(service, on: Pension.today)
        var random = SplitMix(state: 7)
        let people = (0..<3_000).map { _ in Self.person(&random) }
        let names = Array(people[0].keys)
        let population = Population(
            count: people.count, columns: Dictionary(uniqueKeysWithValues: names.map { name in (name, people.map { $0[name]! }) }))
        let outcome = batch.run(population, parameters: Pension.parameters)
        var granted = 0
        for (row, person) in people.enumerated() {
            var state = FlowState()
            for fact in service.facts {
                guard let number = person[fact.id], number != Population.unknown else { continue }
                let value: Value =
                    switch fact.kind {
                    case .date: Timestamp(day: Int(number)).map { .timestamp($0) } ?? .null
                    case .yesNo: .bool(number == 1)
                    default: .int(number)
                    }
                try state.apply(.fetched(fact.id, FactResult(.known, value, at: 0)), to: state.revision)
            }
            let alone = interpreter.reckon(state, today: Pension.today)
            for (place, finding) in alone.findings.enumerated() {
                let expected: UInt8 =
                    switch finding.outcome {
                    case .met: BatchOutcome.Rule.met
                    case .unmet: BatchOutcome.Rule.unmet
                    case .open: BatchOutcome.Rule.open
                    case .faulty: BatchOutcome.Rule.faulty
                    }
                #expect(outcome.rule(place, of: row) == expected, "\(person) \(finding.rule.id)")
            }
            if case .pesos(let pesos)? = alone.amount {
                granted += 1
                #expect(outcome.pesos[row] == pesos, "\(person)")
            } else {
                #expect(outcome.pesos[row] == Population.unknown)
            }
        }
        #expect(granted > 100)
    }

    @Test("says which rule columns cannot follow")
    func unfit() throws {
        #expect(throws: Never.self) { _ = try ServiceBatch(try Pension.service("pension-garantizada-universal"), on: 1) }
        let statement = try ServiceBatch(try Pension.service("liquidacion-de-pago"), on: 1)
        #expect(statement.columns == ["tiene_pagos", "monto"])
    }
}
