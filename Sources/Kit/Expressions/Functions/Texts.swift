extension Functions {
    static let texts: [String: [Overload]] = [
        "contains": [text { contains($0, $1) }],
        "startsWith": [text { $0.utf8.starts(with: $1.utf8) }],
        "endsWith": [text { $0.utf8.reversed().starts(with: $1.utf8.reversed()) }],
        "matches": [true, false].map { isMember in
            Overload(
                [.string, .string], .bool, isMember: isMember,
                .two { (text, pattern) throws(EvaluationError) in
                    guard case (.string(let text), .string(let pattern)) = (text, pattern) else { throw mistake(text, pattern) }
                    return .bool(try RegularExpression.matches(text, pattern))
                })
        },
    ]

    private static func text(_ holds: @escaping @Sendable (String, String) -> Bool) -> Overload {
        Overload(
            [.string, .string], .bool, isMember: true,
            .two { (a, b) throws(EvaluationError) in
                guard case (.string(let a), .string(let b)) = (a, b) else { throw mistake(a, b) }
                return .bool(holds(a, b))
            })
    }

    /// By bytes: no normalisation, as the specification asks.
    private static func contains(_ text: String, _ part: String) -> Bool {
        let (text, part) = (Array(text.utf8), Array(part.utf8))
        guard !part.isEmpty else { return true }
        guard part.count <= text.count else { return false }
        return (0...(text.count - part.count)).contains { text[$0] == part[0] && text[$0..<($0 + part.count)].elementsEqual(part) }
    }
}
