/// A number or code by which somebody outside knows a person. It has an issuer, dates and evidence where it is kept.
public enum Identifier: Sendable, Hashable {
    case run(RUN)
    /// Provisional numbers that an institution issues to those who have no RUN yet.
    case provisional(Provisional, String)
    /// A passport, with the country that issued it (ISO 3166-1 alpha-2).
    case passport(country: Country, String)
    /// Another document of a foreign State.
    case foreignDocument(country: Country, String)
    /// What was typed and is no number of its kind: kept as it was said, never verified, never looked up.
    case typed(Kind, String)

    public enum Kind: String, Sendable, Hashable, CaseIterable {
        case run, schoolChild, schoolCarer, healthFund, passport, foreignDocument
    }

    /// Issuers of provisional numbers: the school system for children (IPE) and for those who care for them (IPA), the health fund.
    public enum Provisional: String, Sendable, Hashable, CaseIterable {
        case schoolChild, schoolCarer, healthFund

        var kind: Kind {
            switch self {
            case .schoolChild: .schoolChild
            case .schoolCarer: .schoolCarer
            case .healthFund: .healthFund
            }
        }
    }

    /// Reads what a person typed for a kind. nil when it is empty or longer than 64 characters; a RUN that fails its check and a
    /// number with characters that no such number has become `typed`.
    public init?(_ kind: Kind, typed text: String, country: Country? = nil) {
        let words = text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
        guard !words.isEmpty, words.count <= 64, !words.hasHiddenCharacters else { return nil }
        let code = words.uppercased().filter { $0.isLetter || $0.isNumber }
        let isCode =
            !code.isEmpty && code.utf8.allSatisfy { $0 < 128 } && words.allSatisfy { $0.isLetter || $0.isNumber || " .-/".contains($0) }
        switch kind {
        case .run: self = RUN(words).map(Identifier.run) ?? .typed(.run, words)
        case .schoolChild: self = isCode ? .provisional(.schoolChild, code) : .typed(kind, words)
        case .schoolCarer: self = isCode ? .provisional(.schoolCarer, code) : .typed(kind, words)
        case .healthFund: self = isCode ? .provisional(.healthFund, code) : .typed(kind, words)
        case .passport:
            self = isCode ? country.map { .passport(country: $0, code) } ?? .typed(kind, words) : .typed(kind, words)
        case .foreignDocument:
            self = isCode ? country.map { .foreignDocument(country: $0, code) } ?? .typed(kind, words) : .typed(kind, words)
        }
    }

    public var kind: Kind {
        switch self {
        case .run: .run
        case .provisional(let issuer, _): issuer.kind
        case .passport: .passport
        case .foreignDocument: .foreignDocument
        case .typed(let kind, _): kind
        }
    }

    /// The country that issued it, as its two letters; `CL` for what Chile's institutions issue.
    public var issuer: String {
        switch self {
        case .run, .provisional, .typed: "CL"
        case .passport(let country, _), .foreignDocument(let country, _): country.code
        }
    }

    /// The text that is sealed and digested: the same for every spelling of one number.
    public var plain: String {
        switch self {
        case .run(let run): run.plain
        case .provisional(_, let code), .passport(_, let code), .foreignDocument(_, let code), .typed(_, let code): code
        }
    }

    /// Whether its form is right. What is only typed is never looked up.
    public var isWellFormed: Bool {
        if case .typed = self { false } else { true }
    }
}

/// Like the RUN in it, an identifier never prints itself.
extension Identifier: CustomStringConvertible, CustomReflectable {
    public var description: String { "(\(kind.rawValue))" }
    public var customMirror: Mirror { Mirror(self, children: []) }
}

/// A country or territory by its two letters (ISO 3166-1 alpha-2).
public struct Country: Sendable, Hashable {
    public let code: String

    /// nil unless it is two letters of the Latin alphabet.
    public init?(_ text: some StringProtocol) {
        let letters = text.uppercased()
        guard letters.utf8.count == 2, letters.utf8.allSatisfy({ (0x41...0x5A).contains($0) }) else { return nil }
        code = letters
    }
}
