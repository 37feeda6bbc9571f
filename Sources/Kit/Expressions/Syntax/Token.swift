/// A word of the source.
struct Token: Sendable {
    enum Kind: Sendable, Hashable {
        case name(String)
        /// A name in backticks: a field whose name is no identifier.
        case quoted(String)
        case int(Int64)
        /// 9223372036854775808, which only `-` makes a number.
        case leastMagnitude
        case uint(UInt64)
        case double(Double)
        case string(String)
        case bytes([UInt8])
        case mark(String)
        case end
    }

    let kind: Kind
    /// In bytes from the beginning of the source.
    let offset: Int
}

enum Words {
    /// Stand for values or operators and are never names.
    static let keywords: Set<String> = ["true", "false", "null", "in"]
    /// Kept free for languages that embed this one; a field may be called so, a variable may not.
    static let reserved: Set<String> = [
        "as", "break", "const", "continue", "else", "for", "function", "if", "import", "let", "loop", "package", "namespace", "return",
        "var", "void", "while",
    ]
}
