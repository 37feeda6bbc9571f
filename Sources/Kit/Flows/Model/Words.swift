/// What people read or hear, by language. Spanish is always there.
public struct Words: Sendable, Hashable {
    public let byLanguage: [String: String]

    public init(_ byLanguage: [String: String]) { self.byLanguage = byLanguage }

    /// In that language, or in Spanish when nobody has translated it; then `language` is `es`.
    public func said(in language: String) -> (text: String, language: String) {
        if let text = byLanguage[language] { return (text, language) }
        return (byLanguage["es"] ?? "", "es")
    }

    /// In Spanish.
    public var es: String { said(in: "es").text }
}
