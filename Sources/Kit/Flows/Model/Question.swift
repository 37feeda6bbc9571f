import Expressions

/// Something that only the person can say.
public struct Question: Sendable {
    public let id: String
    public internal(set) var kind: AnswerKind
    public let text: Words
    /// Shorter, for those who hear it; the text itself when nobody wrote one.
    public let voice: Words?
    public let help: Words?
    /// Whether it is asked at all, as far as that depends on anything.
    public let when: Program?
    /// What an answer must fulfil, and what is said to one that does not.
    public let valid: (that: Program, says: Words)?
    public let isOptional: Bool
    /// Asked only as long as a rule, an amount or another condition needs it; else whenever it is its turn.
    public let servesRules: Bool
    /// What it counts as while it is not asked.
    public let standard: Value?
    /// What a register gives to choose from, beside the options that the file writes.
    public var offer: Offer?
    /// Whether what the register gives is among its options already.
    var isOffered = false

    /// The texts of a fact, or of a value made of facts, as options of a choice.
    public struct Offer: Sendable, Hashable {
        public let name: String
        /// Before which of the options of the file they stand, from nought.
        let place: Int
    }
}

extension Question {
    /// The name of the texts that are among its options.
    public var offered: [String] { offer.map { [$0.name] } ?? [] }

    /// The same with what the register gave among its options, each once.
    func offering(_ texts: [String]) -> Question {
        guard let offer, case .choice(var options) = kind else { return self }
        var given: [AnswerKind.Option] = []
        for text in texts where !(options + given).contains(where: { $0.id == text }) {
            given.append(AnswerKind.Option(id: text, text: Words(["es": text])))
        }
        options.insert(contentsOf: given, at: min(offer.place, options.count))
        var question = self
        (question.kind, question.isOffered) = (.choice(options), true)
        return question
    }
}

extension Question {
    /// Whether it is not asked again: answered, or passed over.
    func isSettled(by value: Value) -> Bool { if case .null = value { isOptional } else { isAnswered(by: value) } }

    /// Whether this is a whole answer: of its type, and a list long enough.
    func isAnswered(by value: Value) -> Bool {
        guard kind.type.admits(value) else { return false }
        if case .groups(_, let least, _) = kind, case .list(let groups) = value { return groups.count >= least }
        // What a register does not give any more is no answer any more; while it does not answer, what was chosen stays.
        if isOffered, case .choice(let options) = kind, case .string(let id) = value { return options.contains { $0.id == id } }
        return true
    }
}

/// What an answer is.
public enum AnswerKind: Sendable {
    case yesNo
    case choice([Option])
    case several([Option], atMost: Int?)
    case text(atMost: Int)
    case longText(atMost: Int)
    case wholeNumber(ClosedRange<Int64>)
    case money(ClosedRange<Int64>)
    case date(past: Bool, future: Bool)
    case run
    case commune
    case address
    case telephone
    case email
    case file([FileFormat])
    case groups([Question], atLeast: Int, atMost: Int)
    /// A statement that is true when it is made; there is no other answer.
    case declaration

    /// What a file may be, by its content.
    public enum FileFormat: String, Sendable, CaseIterable {
        case pdf, jpeg, png, webp, heic
    }

    public struct Option: Sendable, Hashable {
        public let id: String
        public let text: Words
    }

    /// Whether somebody who hears it can answer: not what is shown, spelt or written at length.
    var canBeSpoken: Bool {
        switch self {
        case .file, .groups, .address, .longText: false
        default: true
        }
    }

    public var name: String {
        switch self {
        case .yesNo: "yesNo"
        case .choice: "choice"
        case .several: "several"
        case .text: "text"
        case .longText: "longText"
        case .wholeNumber: "wholeNumber"
        case .money: "money"
        case .date: "date"
        case .run: "run"
        case .commune: "commune"
        case .address: "address"
        case .telephone: "telephone"
        case .email: "email"
        case .file: "file"
        case .groups: "groups"
        case .declaration: "declaration"
        }
    }

    /// As expressions see it.
    public var type: ValueType {
        switch self {
        case .yesNo, .declaration: .bool
        case .choice, .text, .longText, .run, .commune, .telephone, .email: .string
        case .several: .list(.string)
        case .wholeNumber, .money: .int
        case .date: .timestamp
        case .address, .file: .map(.string, .dyn)
        case .groups: .list(.map(.string, .dyn))
        }
    }
}
