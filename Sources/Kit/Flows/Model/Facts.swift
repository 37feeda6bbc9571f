import Expressions

/// What the kinds of facts and values are.
public enum FactKind: String, Sendable, CaseIterable {
    /// `records` are several things of several fields each, as children.
    case yesNo, text, commune, wholeNumber, money, date, texts, records

    public var type: ValueType {
        switch self {
        case .yesNo: .bool
        case .text, .commune: .string
        case .wholeNumber, .money: .int
        case .date: .timestamp
        case .texts: .list(.string)
        case .records: .list(.map(.string, .dyn))
        }
    }
}

/// What a whole number counts, where no sentence says it. A percentage is written as people write it: 60 is 60 %.
public enum CountedUnit: String, Sendable, CaseIterable { case percent, years, months, days, businessDays }

/// Something that a register of the State knows, and that is asked of it, never of the person while it answers.
public struct Fact: Sendable {
    public let id: String
    public let kind: FactKind
    public let name: Words
    /// Which register, and which of its fields: `civil`, `fechaNacimiento`.
    public let register: String
    public let field: String
    /// The law that allows to ask.
    public let basis: String
    /// The question that stands in its place when the register does not answer; what it says is provisional.
    public let otherwise: String?
    /// How the person has the datum corrected.
    public let correct: Words?
    public let unit: CountedUnit?
}

extension Fact {
    /// The same as a question, for whoever reads the datum in a paper, within the bounds of what the person may say in its place. Several texts
    /// are written with commas between them; a list of records is only said to be as it was declared.
    public func question(in service: Service) -> Question {
        let asked: AnswerKind
        switch (kind, otherwise.flatMap { service.question($0)?.kind }) {
        case (.records, _): asked = .declaration
        case (.texts, _): asked = .text(atMost: 200)
        case (_, let same?): asked = same
        case (.yesNo, _): asked = .yesNo
        case (.text, _): asked = .text(atMost: 200)
        case (.commune, _): asked = .commune
        case (.wholeNumber, _): asked = .wholeNumber(0...1_000_000)
        case (.money, _): asked = .money(0...1_000_000_000_000)
        case (.date, _): asked = .date(past: true, future: true)
        }
        return Question(
            id: id, kind: asked, text: name, voice: nil, help: nil, when: nil, valid: nil, isOptional: false, servesRules: true,
            standard: nil)
    }
}

extension Fact {
    /// What was given to its question, as the fact has it.
    public func value(from answer: Value) -> Value {
        guard kind == .texts, case .string(let text) = answer else { return answer }
        return .list(text.split(separator: ",").map { .string($0.split(whereSeparator: \.isWhitespace).joined(separator: " ")) })
    }
}

/// A value of the dated parameters, on a day and for an age that expressions know.
public struct ParameterUse: Sendable {
    public let id: String
    /// As `pgu.maximo`.
    public let parameter: String
    /// A name that is a date.
    public let on: String
    /// A name that is an age, where the value depends on one.
    public let age: String?
}

/// A value that follows from others.
public struct Derived: Sendable {
    public let id: String
    public let name: Words
    public let program: Program
    public let kind: FactKind
    public let unit: CountedUnit?
}
