/// What people read or hear, by language. Spanish is always there.
public struct Words: Sendable, Hashable {
    public let byLanguage: [String: String]
    /// The names that stand in them as `{name}`, in any language, each once.
    public let names: [String]

    public init(_ byLanguage: [String: String]) {
        self.byLanguage = byLanguage
        var names: [String] = []
        for part in byLanguage.sorted(by: { $0.key < $1.key }).flatMap({
            $0.value.split(separator: "{", omittingEmptySubsequences: false).dropFirst()
        }) {
            guard let end = part.firstIndex(of: "}") else { continue }
            let name = String(part[..<end])
            if !names.contains(name) { names.append(name) }
        }
        self.names = names
    }

    /// In that language, or in Spanish when nobody has translated it; then `language` is `es`.
    public func said(in language: String) -> (text: String, language: String) {
        if let text = byLanguage[language] { return (text, language) }
        return (byLanguage["es"] ?? "", "es")
    }

    /// In Spanish.
    public var es: String { said(in: "es").text }
}
