import Civic

/// Something that a page must mend.
public struct Finding: Sendable, Equatable {
    public enum Kind: String, Sendable, CaseIterable {
        case unavailable, firstView, total, requests, thirdParties
        case empty, formNeedsScript
        case contrast, labels, pictures, language, title, headings
    }

    public let kind: Kind
    /// How many there are, where they are counted: its sentence has a plural.
    public let count: Int?
    /// What is put into its sentence.
    public let values: [String: String]
    /// Where it was seen: at most five.
    public let examples: [String]

    init(_ kind: Kind, count: Int? = nil, _ values: [String: String] = [:], examples: [String] = []) {
        self.kind = kind
        self.count = count
        self.values = values
        self.examples = Array(examples.prefix(5))
    }

    /// What is wrong, in words.
    public func sentence(_ texts: Texts) -> String {
        count.map { texts(kind.words, count: $0, values) } ?? texts(kind.words, values)
    }
}

extension Finding.Kind {
    /// What is wrong.
    public var words: TextKey {
        switch self {
        case .unavailable: "inspect.unavailable"
        case .firstView: "inspect.firstView"
        case .total: "inspect.total"
        case .requests: "inspect.requests"
        case .thirdParties: "inspect.thirdParties"
        case .empty: "inspect.empty"
        case .formNeedsScript: "inspect.formNeedsScript"
        case .contrast: "inspect.contrast"
        case .labels: "inspect.labels"
        case .pictures: "inspect.pictures"
        case .language: "inspect.language"
        case .title: "inspect.title"
        case .headings: "inspect.headings"
        }
    }

    /// What to do about it.
    public var mending: TextKey {
        switch self {
        case .unavailable: "inspect.mend.unavailable"
        case .firstView: "inspect.mend.firstView"
        case .total: "inspect.mend.total"
        case .requests: "inspect.mend.requests"
        case .thirdParties: "inspect.mend.thirdParties"
        case .empty: "inspect.mend.empty"
        case .formNeedsScript: "inspect.mend.formNeedsScript"
        case .contrast: "inspect.mend.contrast"
        case .labels: "inspect.mend.labels"
        case .pictures: "inspect.mend.pictures"
        case .language: "inspect.mend.language"
        case .title: "inspect.mend.title"
        case .headings: "inspect.mend.headings"
        }
    }
}
