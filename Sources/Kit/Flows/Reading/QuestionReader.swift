import Definitions
import Expressions

/// A question before its expressions are compiled.
struct DraftQuestion {
    let id: String
    let kind: AnswerKind
    let text: Words
    let voice: Words?
    let help: Words?
    let when: SourceText?
    let valid: (that: SourceText, says: Words)?
    let isOptional: Bool
    let standard: SourceText?
    /// Asked whether or not a rule needs it.
    let isAlways: Bool

    /// What cannot be compiled is among the defects of its file.
    func compiled(_ environment: Environment, servesRules: Bool) -> Question {
        var value: Value?
        if let program = standard?.compile(environment, as: kind.type), case .value(let found) = program.evaluate(Bindings(environment)) {
            value = found
        }
        return Question(
            id: id, kind: kind, text: text, voice: voice, help: help, when: when?.compile(environment, as: .bool),
            valid: valid.flatMap { valid in valid.that.compile(environment, as: .bool).map { ($0, valid.says) } }, isOptional: isOptional,
            servesRules: servesRules && !isAlways, standard: value)
    }
}

extension DraftQuestion {
    init?(_ fields: Fields) {
        let id = fields.identifier("id")
        let text = fields.words("text")
        let (voice, help) = (fields.optionalWords("voice"), fields.optionalWords("help"))
        let (when, standard) = (fields.optionalSource("when"), fields.optionalSource("default"))
        var valid: (SourceText, Words)?
        if let inner = fields.optionalFields("valid") {
            if let that = inner.source("that"), let says = inner.words("says") { valid = (that, says) }
            inner.close()
        }
        let isOptional = fields.node("optional") != nil && fields.flag("optional") == true
        let isAlways = fields.node("always") != nil && fields.flag("always") == true
        let kind = AnswerKind(fields)
        fields.close()
        guard let id, let text, let kind else { return nil }
        self.init(
            id: id, kind: kind, text: text, voice: voice, help: help, when: when, valid: valid, isOptional: isOptional, standard: standard,
            isAlways: isAlways)
    }
}

private enum KindName: String, CaseIterable {
    case yesNo, choice, several, text, longText, wholeNumber, money, date, run, commune, address, telephone, email, file, groups,
        declaration
}

extension AnswerKind {
    /// Of the field `answer` and what belongs to it.
    init?(_ fields: Fields) {
        guard let name = fields.word("answer", KindName.self) else { return nil }
        switch name {
        case .yesNo: self = .yesNo
        case .declaration: self = .declaration
        case .run: self = .run
        case .commune: self = .commune
        case .address: self = .address
        case .telephone: self = .telephone
        case .email: self = .email
        case .text: self = .text(atMost: fields.optionalInteger("most") ?? 200)
        case .longText: self = .longText(atMost: fields.optionalInteger("most") ?? 4_000)
        case .wholeNumber: self = .wholeNumber(Self.range(fields, 999_999))
        case .money: self = .money(Self.range(fields, 999_999_999))
        case .date:
            let past = fields.node("past") == nil || fields.flag("past") == true
            let future = fields.node("future") == nil || fields.flag("future") == true
            self = .date(past: past, future: future)
        case .file:
            let formats = fields.texts("kinds").compactMap { name -> FileFormat? in
                if FileFormat(rawValue: name) == nil {
                    fields.complain("kinds", "'\(name)' is none of \(FileFormat.allCases.map(\.rawValue))")
                }
                return FileFormat(rawValue: name)
            }
            guard !formats.isEmpty else {
                fields.complain("kinds", "a file is of some kind")
                return nil
            }
            self = .file(formats)
        case .choice, .several:
            let options = fields.list("options").compactMap { option -> Option? in
                defer { option.close() }
                guard let id = option.identifier("id"), let text = option.words("text") else { return nil }
                return Option(id: id, text: text)
            }
            guard options.count >= 2, Set(options.map(\.id)).count == options.count else {
                fields.complain("options", "there are at least two, each with an id of its own")
                return nil
            }
            self = name == .choice ? .choice(options) : .several(options, atMost: fields.optionalInteger("most"))
        case .groups:
            let inner = fields.list("fields").compactMap { DraftQuestion($0)?.compiled(Environment(), servesRules: false) }
            let isFlat = inner.allSatisfy {
                switch $0.kind {
                case .file, .groups, .address: false
                default: true
                }
            }
            guard !inner.isEmpty, isFlat else {
                fields.complain(
                    "fields", "each group has at least one question, and none of them is a file, an address or a list of groups")
                return nil
            }
            let (least, most) = (fields.optionalInteger("least") ?? 1, fields.optionalInteger("most") ?? 20)
            if least < 1 || least > most { fields.complain("least", "is between 1 and 'most'; a list that may be empty is 'optional'") }
            self = .groups(inner, atLeast: max(1, min(least, most)), atMost: most)
        }
    }

    private static func range(_ fields: Fields, _ most: Int) -> ClosedRange<Int64> {
        let (least, most) = (fields.optionalInteger("least") ?? 0, fields.optionalInteger("most") ?? most)
        if least > most { fields.complain("least", "is more than 'most'") }
        return Int64(min(least, most))...Int64(max(least, most))
    }
}
