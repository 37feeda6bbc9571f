import Civic

/// A time as a sheet states it: in words, and typed as far as the words allow. How long an answer takes, when something can be asked
/// for, how long it is valid, how long there is to collect it.
public struct StatedTerm: Sendable, Hashable {
    public var text: String
    /// How long it is.
    public var within: Term?
    /// By how much it may be prolonged.
    public var prolonged: Term?
    /// Whether a law states it; otherwise it is what usually happens.
    public var isLegal: Bool
    /// From what it runs, in Spanish: 'la muerte'.
    public var since: String?
    /// Between which days it holds.
    public var from: Day?
    public var to: Day?

    public init(
        _ text: String, within: Term? = nil, prolonged: Term? = nil, isLegal: Bool = false, since: String? = nil, from: Day? = nil,
        to: Day? = nil
    ) {
        self.text = text
        self.within = within
        self.prolonged = prolonged
        self.isLegal = isLegal
        self.since = since
        self.from = from
        self.to = to
    }

    /// Where a day stands to the days between which it holds; nil when none are stated.
    public enum Moment: Sendable, Hashable {
        case before, during, after
    }

    public func moment(on day: Day) -> Moment? {
        if from == nil, to == nil { return nil }
        if let from, day < from { return .before }
        if let to, day > to { return .after }
        return .during
    }
}

extension Term {
    /// Reads `3 days`, `20 business days`, `9 months`, `10 years`; a single one may be written `1 month`. nil for anything else.
    init?(written text: String) {
        let words = text.split(separator: " ", omittingEmptySubsequences: false)
        guard let first = words.first, first.utf8.count <= 4, let count = Int(first), count > 0, "\(count)" == first else { return nil }
        switch words.dropFirst().joined(separator: " ") {
        case "day", "days": self = .days(count)
        case "business day", "business days": self = .businessDays(count)
        case "month", "months": self = .months(count)
        case "year", "years": self = .months(count * 12)
        default: return nil
        }
    }

    /// As `init(written:)` reads it.
    var written: String {
        switch self {
        case .days(let count): "\(count) days"
        case .businessDays(let count): "\(count) business days"
        case .months(let count): count % 12 == 0 ? "\(count / 12) years" : "\(count) months"
        }
    }
}

/// In the tables it stands as it is written in the files.
extension StatedTerm: Codable {
    private enum Key: String, CodingKey {
        case text, within, prolonged, since, from, to
        case isLegal = "legal"
    }

    public init(from decoder: any Decoder) throws {
        let fields = try decoder.container(keyedBy: Key.self)
        func term(_ key: Key) throws -> Term? { try fields.decodeIfPresent(String.self, forKey: key).flatMap(Term.init(written:)) }
        func day(_ key: Key) throws -> Day? { try fields.decodeIfPresent(String.self, forKey: key).flatMap { Day(iso: $0) } }
        self.init(
            try fields.decode(String.self, forKey: .text), within: try term(.within), prolonged: try term(.prolonged),
            isLegal: try fields.decodeIfPresent(Bool.self, forKey: .isLegal) ?? false,
            since: try fields.decodeIfPresent(String.self, forKey: .since), from: try day(.from), to: try day(.to))
    }

    public func encode(to encoder: any Encoder) throws {
        var fields = encoder.container(keyedBy: Key.self)
        try fields.encode(text, forKey: .text)
        try fields.encodeIfPresent(within?.written, forKey: .within)
        try fields.encodeIfPresent(prolonged?.written, forKey: .prolonged)
        if isLegal { try fields.encode(true, forKey: .isLegal) }
        try fields.encodeIfPresent(since, forKey: .since)
        try fields.encodeIfPresent(from?.iso, forKey: .from)
        try fields.encodeIfPresent(to?.iso, forKey: .to)
    }
}
