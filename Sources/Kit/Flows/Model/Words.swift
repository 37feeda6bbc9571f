/// What people read or hear, by language. Spanish is always there.
public struct Words: Sendable, Hashable {
    public let byLanguage: [String: String]
    /// The names that stand in them as `{name}`, in any language, each once.
    public let names: [String]

    public init(_ byLanguage: [String: String]) {
        self.byLanguage = byLanguage
        var names: [String] = []
        for name in byLanguage.sorted(by: { $0.key < $1.key }).flatMap({ Self.names(in: $0.value) }) where !names.contains(name) {
            names.append(name)
        }
        self.names = names
    }

    static func names(in text: String) -> [String] {
        text.split(separator: "{", omittingEmptySubsequences: false).dropFirst().compactMap { part in
            part.firstIndex(of: "}").map { String(part[..<$0]) }
        }
    }

    /// Whether each `{` is closed, and each `}` was opened.
    static func isClosed(_ text: String) -> Bool {
        var isOpen = false
        for letter in text where letter == "{" || letter == "}" {
            if (letter == "{") == isOpen { return false }
            isOpen.toggle()
        }
        return !isOpen
    }

    /// In that language, or in Spanish when nobody has translated it; then `language` is `es`.
    public func said(in language: String) -> (text: String, language: String) {
        if let text = byLanguage[language] { return (text, language) }
        return (byLanguage["es"] ?? "", "es")
    }

    /// In Spanish.
    public var es: String { said(in: "es").text }
}
