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
    let offer: Question.Offer?
    /// Asked whether or not a rule needs it.
    let isAlways: Bool

    /// What cannot be compiled is among the defects of its file; `advice` is what is said of a name that is none.
    func compiled(_ environment: Environment, servesRules: Bool, advice: String? = nil) -> Question {
        var value: Value?
        if let program = standard?.compile(environment, as: kind.type, advice),
            case .value(let found) = program.evaluate(Bindings(environment))
        {
            value = found
        }
        return Question(
            id: id, kind: kind, text: text, voice: voice, help: help, when: when?.compile(environment, as: .bool, advice),
            valid: valid.flatMap { valid in valid.that.compile(environment, as: .bool, advice).map { ($0, valid.says) } },
            isOptional: isOptional,
            servesRules: servesRules && !isAlways, standard: value, offer: offer)
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
            let (that, says) = (inner.source("that"), inner.words("says"))
            if let that, let says { valid = (that, says) }
            inner.close()
        }
        let isOptional = fields.node("optional") != nil && fields.flag("optional") == true
        let isAlways = fields.node("always") != nil && fields.flag("always") == true
        var offer: Question.Offer?
        let kind = AnswerKind(fields, offer: &offer)
        fields.close()
        guard let id, let text, let kind else { return nil }
        self.init(
            id: id, kind: kind, text: text, voice: voice, help: help, when: when, valid: valid, isOptional: isOptional, standard: standard,
            offer: offer, isAlways: isAlways)
    }
}

private enum KindName: String, CaseIterable {
    case yesNo, choice, several, text, longText, wholeNumber, money, date, run, commune, address, telephone, email, file, groups,
        declaration
}

extension AnswerKind {
    /// Of the field `answer` and what belongs to it.
    init?(_ fields: Fields, offer: inout Question.Offer?) {
        guard let name = fields.word("answer", KindName.self) else {
            fields.know("least", "most", "options", "fields", "kinds", "past", "future")
            return nil
        }
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
            let (names, all) = (fields.texts("kinds"), FileFormat.allCases.map(\.rawValue))
            for (index, name) in names.enumerated() where !all.contains(name) {
                let advice = Spelling.advice(for: name, among: all)
                fields.complain("kinds", "'\(name)' is none of \(all.joined(separator: ", "))\(advice)", entry: index)
            }
            let formats = names.compactMap { FileFormat(rawValue: $0) }
            guard !formats.isEmpty else {
                if names.isEmpty { fields.complain("kinds", "a file is of some kind: " + all.joined(separator: ", ")) }
                return nil
            }
            self = .file(formats)
        case .choice, .several:
            guard let list = OptionList(fields, isOneChosen: name == .choice) else {
                fields.know("most")
                return nil
            }
            offer = list.offer
            self = name == .choice ? .choice(list.options) : .several(list.options, atMost: fields.optionalInteger("most"))
        case .groups:
            guard let inner = Self.inner(fields) else {
                fields.know("least", "most")
                return nil
            }
            let (least, most) = (fields.optionalInteger("least") ?? 1, fields.optionalInteger("most") ?? 20)
            if least < 1 || least > most { fields.complain("least", "is between 1 and 'most'; a list that may be empty is 'optional'") }
            self = .groups(inner, atLeast: max(1, min(least, most)), atMost: most)
        }
    }

    /// The questions of each group of a list.
    private static func inner(_ fields: Fields) -> [Question]? {
        let entries = fields.list("fields")
        let list = fields.written("id") ?? "hijos"
        let advice = "a field of a list sees nothing beside it: write a 'valid' of the whole list, like \"\(list).all(x, x.… > 0)\""
        let inner = entries.compactMap {
            DraftQuestion($0)?.compiled(Environment(functions: .field), servesRules: false, advice: advice)
        }
        guard inner.count == entries.count else { return nil }
        for (question, entry) in zip(inner, entries) {
            if question.offer != nil { entry.complain("options", "a field of a list sees no register: write its options") }
            switch question.kind {
            case .file, .groups, .address:
                entry.complain("answer", "'\(question.kind.name)' is no answer of a field: ask it as a question of its own")
                return nil
            default: break
            }
        }
        if inner.isEmpty { fields.complain("fields", "each group has at least one question") }
        return inner.isEmpty ? nil : inner
    }

    private static func range(_ fields: Fields, _ most: Int) -> ClosedRange<Int64> {
        let (least, most) = (fields.optionalInteger("least") ?? 0, fields.optionalInteger("most") ?? most)
        if least > most { fields.complain("least", "is more than 'most'") }
        return Int64(min(least, most))...Int64(max(least, most))
    }
}
