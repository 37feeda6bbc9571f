import Definitions
import Expressions
import Flows
import Foundation
import TestKit
import Testing

/// The pension as it is shipped, with parameters that stand still, and people with what registers know of them.
struct Pension {
    static let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent().path

    static func service(_ id: String) throws -> Service {
        let text = try String(contentsOfFile: "\(root)/Services/\(id).yaml", encoding: .utf8)
        return try ServiceReader.service(text, file: "\(id).yaml")
    }

    /// 28 November 2026.
    static let today = 20_785

    static let parameters = ParameterTable { id, day, age in
        let fixed: [String: Int64] = [
            "pgu.edad-minima": 65, "pgu.edad-de-solicitud": 777, "pgu.residencia-total": 20, "pgu.residencia-reciente": 4,
            "pgu.inferior": 789_139, "pgu.superior": 1_252_602, "pgu.redondeo": 5_000, "pgu.dias-fuera": 180, "pgu.meses-sin-cobrar": 6,
        ]
        if id == "pgu.maximo" {
            guard day < 21_000, let age, age >= 65 else { return .missing(reason: "Falta el reajuste.") }
            return .value(ParameterValue(age >= 75 ? 250_275 : 231_732, sources: ["meganoticias"]))
        }
        return fixed[id].map { .value(ParameterValue($0, isAssumed: id == "pgu.redondeo")) } ?? .missing(reason: "No existe.")
    }

    static func interpreter() throws -> Interpreter { Interpreter(try service("pension-garantizada-universal"), parameters: parameters) }

    static func day(_ year: Int, _ month: Int, _ day: Int) -> Value {
        let text = "\(year)-\(month < 10 ? "0" : "")\(month)-\(day < 10 ? "0" : "")\(day)T00:00:00Z"
        return .timestamp(Timestamp(text)!)
    }

    /// A woman of 66 with a private pension.
    static let rosa: [String: Value] = [
        "nacimiento": day(1960, 5, 10), "recibe_ffaa": .bool(false), "anos_residencia": .int(46), "anos_recientes": .int(5),
        "sobre_el_corte": .bool(false), "pension_base": .int(300_000),
    ]

    static let answers: [String: Value] = ["forma_pago": .string("cuenta_rut"), "veraz": .bool(true)]

    /// Runs it to the review: every register answers what it knows, or is down; every question is answered from what is given.
    /// Gives the state, and what was done, in order.
    static func run(
        _ interpreter: Interpreter, _ registers: [String: Value], _ answers: [String: Value] = answers, today: Int = today,
        level: Level = .verified
    ) throws -> (state: FlowState, steps: [String]) {
        var (state, steps) = (FlowState(), [String]())
        while steps.count < 50 {
            switch interpreter.next(interpreter.reckon(state, today: today), level: level) {
            case .fetch(let facts):
                for fact in facts {
                    steps.append("fetch \(fact.id)")
                    let result = registers[fact.id].map { FactResult(.known, $0, at: 0) } ?? FactResult(.down, at: 0)
                    try state.apply(.fetched(fact.id, result), to: state.revision)
                }
            case .ask(let question):
                steps.append("ask \(question.id)")
                try state.apply(.answered(question.id, answers[question.id]), to: state.revision)
            case .identify(let level):
                steps.append("identify \(level)")
                return (state, steps)
            case .review:
                return (state, steps)
            }
        }
        throw FlowState.Stale.stale
    }

    static func decision(_ interpreter: Interpreter, _ registers: [String: Value], today: Int = today) throws -> Decision {
        var (state, _) = try run(interpreter, registers, today: today)
        try state.apply(.filed(on: today), to: state.revision)
        return Decision(interpreter.reckon(state, today: today))
    }
}
