import Civic

/// How a field is drawn.
enum FieldControl: Sendable {
    case text(Controls.TextKind, Controls.Width, autocomplete: String?, prefix: String?)
    case area(rows: Int, most: Int)
    case select([FieldOption], empty: TextKey)
    case choice([FieldOption])
    case choices([FieldOption])
    case tick
    case date(isBirth: Bool)
    /// `most` is the largest, in bytes.
    case file([FileKind], isMany: Bool, most: Int)

    /// Whether nothing was typed, chosen or handed in.
    func isEmpty(_ name: String, _ submission: Submission) -> Bool {
        func isBlank(_ text: String) -> Bool { text.allSatisfy(\.isWhitespace) }
        return switch self {
        case .file: submission.files(name).isEmpty
        case .date: ["-day", "-month", "-year"].allSatisfy { isBlank(submission.text(name + $0)) }
        default: submission.all(name).allSatisfy(isBlank)
        }
    }
}

/// An answer that can be chosen, with its words by key, or as the data has them.
public struct FieldOption: Sendable {
    enum Words: Sendable {
        case key(TextKey)
        case plain(String)
    }

    public let value: String
    let words: Words
    let hint: TextKey?
    /// In a long list: what it belongs to, with those before and after it.
    let group: String?

    public init(_ value: String, _ words: TextKey, hint: TextKey? = nil) {
        self.value = value
        self.words = .key(words)
        self.hint = hint
        group = nil
    }

    /// An answer whose words come from data: the name of a comuna, in the group of its region.
    public init(_ value: String, plain words: String, group: String? = nil) {
        self.value = value
        self.words = .plain(words)
        self.group = group
        hint = nil
    }
}
