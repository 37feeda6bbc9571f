import Catalog
import Civic
import Expressions
import Flows
import Foundation

/// Decides the pension of people who are made up, one at a time and all at once, and says how many a second on one core.
///     Decider HOUSE FOLDER COUNT
/// It leaves the people and what they come to in FOLDER, as columns of whole numbers, for another engine to reckon the same.
@main
struct Decider {
    static func main() throws {
        let arguments = CommandLine.arguments
        guard arguments.count == 4, let count = Int(arguments[3]) else { throw Wrong() }
        let (house, folder) = (arguments[1], arguments[2])
        let text = try String(contentsOfFile: house + "/Services/pension-garantizada-universal.yaml", encoding: .utf8)
        let service = try ServiceReader.service(text, file: "pension-garantizada-universal.yaml")
        let catalogue = try CatalogueFiles(folder: house + "/Catalogue").catalogue()
        let byName = Dictionary(uniqueKeysWithValues: catalogue.parameters.map { ("\($0.id)", $0) })
        let parameters = ParameterTable { id, day, age in
            guard let value = byName[id]?.value(on: Day(number: day), age: age) else { return .missing(reason: id) }
            return .value(ParameterValue(value.amount, isAssumed: byName[id]?.isAssumed ?? false))
        }
        guard let today = Day(year: 2026, month: 11, day: 28)?.number else { throw Wrong() }
        let people = People(count)
        for (name, column) in people.columns { try Data(column.bytes).write(to: URL(filePath: "\(folder)/\(name).i64")) }

        let interpreter = Interpreter(service, parameters: parameters)
        let alone = min(count, 20_000)
        var granted = 0
        let singly = time {
            for row in 0..<alone {
                let decision = Decision(interpreter.reckon(people.state(of: row, service), today: today))
                if case .granted = decision.outcome { granted += 1 }
            }
        }
        let batch = try ServiceBatch(service, on: today)
        let population = Population(count: count, columns: people.columns)
        var outcome = batch.run(Population(count: 1, columns: people.columns.mapValues { [$0[0]] }), parameters: parameters)
        let together = time { outcome = batch.run(population, parameters: parameters) }
        try Data(outcome.rules).write(to: URL(filePath: "\(folder)/rules.u8"))
        try Data(outcome.pesos.bytes).write(to: URL(filePath: "\(folder)/pesos.i64"))
        print("{\"alone\": \(Double(alone) / singly), \"batch\": \(Double(count) / together), \"granted\": \(granted)}")
    }

    struct Wrong: Error {}

    private static func time(_ body: () -> Void) -> Double {
        let clock = ContinuousClock()
        let took = clock.measure(body)
        return Double(took.components.seconds) + Double(took.components.attoseconds) / 1e18
    }
}

/// People who do not exist, as registers would know them.
struct People {
    private(set) var columns: [String: [Int64]] = [:]

    init(_ count: Int) {
        var random = Dice(state: 20_261_128)
        func column(_ draw: (inout Dice) -> Int64) -> [Int64] { (0..<count).map { _ in draw(&random) } }
        columns["nacimiento"] = column { Int64($0.next() % 16_000) - 12_000 }
        columns["recibe_ffaa"] = column { $0.next() % 30 == 0 ? 1 : 0 }
        columns["anos_residencia"] = column { Int64($0.next() % 60) }
        columns["anos_recientes"] = column { $0.next() % 12 == 0 ? 3 : 5 }
        columns["sobre_el_corte"] = column { $0.next() % 10 == 0 ? 1 : 0 }
        columns["pension_base"] = column { Int64($0.next() % 1_400_000) }
    }

    func state(of row: Int, _ service: Service) -> FlowState {
        var state = FlowState()
        for fact in service.facts {
            guard let number = columns[fact.id]?[row] else { continue }
            let value: Value? =
                switch fact.kind {
                case .date: Timestamp(day: Int(number)).map { .timestamp($0) }
                case .yesNo: .bool(number == 1)
                default: .int(number)
                }
            try? state.apply(.fetched(fact.id, FactResult(.known, value, at: 0)), to: state.revision)
        }
        return state
    }
}

struct Dice {
    var state: UInt64

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var mixed = state
        mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
        return mixed ^ (mixed >> 31)
    }
}

extension [Int64] {
    var bytes: [UInt8] { withUnsafeBytes { Array<UInt8>($0) } }
}
