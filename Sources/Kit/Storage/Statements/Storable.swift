extension SQL {
    /// Throws `shape` for a value that one of the engines would change or refuse: a real that is not a number (SQLite makes it NULL)
    /// and a text with a NUL (PostgreSQL has none). Throws `statement` for what begins or ends a transaction: that is the driver's.
    func mustBeStorable() throws {
        for case .value(let value) in pieces where !value.isStorable {
            throw StorageFault(.shape, "a real that is not a number, or a text with a NUL, can't be kept")
        }
        if case .text(let text)? = pieces.first, Self.control.contains(Self.verb(of: text)) {
            throw StorageFault(.statement, "an act does not begin or end transactions of its own")
        }
    }

    private static let control: Set<String> = [
        "ABORT", "BEGIN", "COMMIT", "END", "PREPARE", "RELEASE", "ROLLBACK", "SAVEPOINT", "START",
    ]

    /// The first word of a statement, in capitals.
    private static func verb(of text: String) -> String {
        let word = text.utf8.drop { $0 <= UInt8(ascii: " ") }.prefix { ($0 | 32) >= UInt8(ascii: "a") && ($0 | 32) <= UInt8(ascii: "z") }
        return String(Substring(word)).uppercased()
    }
}

extension Value {
    fileprivate var isStorable: Bool {
        switch self {
        case .real(let number): !number.isNaN
        case .text(let text): !text.utf8.contains(0)
        case .null, .int, .bytes: true
        }
    }
}
