import Expressions
import Flows
import Foundation

/// A decision as it is kept: every rule with what it looked at, so that it explains itself for ever.
struct DecisionRecord: Codable, Sendable {
    struct Datum: Codable, Sendable {
        enum Reading: String, Codable, Sendable { case official, unconfirmed, unread }
        enum Source: String, Codable, Sendable { case answer, provisional, register, proved, parameter, computed, date }

        let name: String
        let value: Expressions.Value
        let source: Source
        let register: String?
        /// When the register said so, or the paper was seen, in milliseconds since 1970.
        let at: Int64?
        /// What proves it in the place of the register.
        let paper: String?
        /// The laws that fix a parameter, where its number was read, and how sure that is. What was decided before laws were kept has none.
        let basis: [String]?
        let sources: [String]?
        let reading: Reading?
        let isAssumed: Bool?
    }

    struct Line: Codable, Sendable {
        enum Outcome: String, Codable, Sendable { case met, unmet, open }

        let rule: String
        let outcome: Outcome
        let basis: String
        let data: [Datum]
        /// Why nothing could be said: parameters and registers that are missing.
        let missing: [String]?
    }

    let service: String
    let version: Int
    /// Of the definition that decided.
    let digest: String
    let lines: [Line]
    let pesos: Int64?
    let amountData: [Datum]
    let provisional: [String]
    let isAssumed: Bool

    init(_ service: Service, _ reckoning: Reckoning) {
        self.service = service.id
        version = service.version
        digest = service.digest
        lines = reckoning.findings.map { finding in
            let (outcome, missing): (Line.Outcome, [String]?) =
                switch finding.outcome {
                case .met: (.met, nil)
                case .unmet: (.unmet, nil)
                case .open(let needs): (.open, needs.map(Self.word).sorted())
                case .faulty(let error): (.open, [error.description])
                }
            return Line(
                rule: finding.rule.id, outcome: outcome, basis: finding.rule.basis, data: Self.data(finding.data, reckoning),
                missing: missing)
        }
        if case .pesos(let pesos)? = reckoning.amount { self.pesos = pesos } else { pesos = nil }
        amountData = Self.data(reckoning.amountData, reckoning)
        provisional = reckoning.provisional
        isAssumed = reckoning.isAssumed
    }

    private static func word(_ need: Need) -> String {
        switch need {
        case .fact(let name), .question(let name), .register(let name): name
        case .parameter(let id, let reason): "\(id): \(reason)"
        }
    }

    private static func data(_ names: [String], _ reckoning: Reckoning) -> [Datum] {
        names.compactMap { name in
            guard let known = reckoning.known[name] else { return nil }
            func datum(_ source: Datum.Source, _ register: String? = nil, at: Int64? = nil, paper: String? = nil) -> Datum {
                var parameter: ParameterValue?
                if case .parameter(let value) = known.origin { parameter = value }
                return Datum(
                    name: name, value: known.value, source: source, register: register, at: at, paper: paper,
                    basis: parameter?.basis, sources: parameter?.sources,
                    reading: parameter.flatMap { Datum.Reading(rawValue: $0.reading.rawValue) }, isAssumed: parameter?.isAssumed)
            }
            return switch known.origin {
            case .answer: datum(.answer)
            case .provisional(let register): datum(.provisional, register)
            case .register(let register, let at): datum(.register, register, at: at)
            case .proved(let paper, let at): datum(.proved, at: at, paper: paper)
            case .parameter: datum(.parameter)
            case .computed: datum(.computed)
            case .date: datum(.date)
            }
        }
    }

    var text: String {
        get throws {
            let encoder = JSONEncoder()
            encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
            return String(decoding: try encoder.encode(self), as: UTF8.self)
        }
    }

    static func read(_ text: String) throws -> DecisionRecord { try JSONDecoder().decode(Self.self, from: Data(text.utf8)) }
}
