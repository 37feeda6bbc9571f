/// A way to reach a person.
public struct Contact: Sendable, Hashable {
    public enum Kind: String, Sendable, Hashable, CaseIterable {
        case phone, email, address
    }

    public let kind: Kind
    /// As it is kept: a telephone with its country (`+56987654321`), an e-mail with its domain in small letters, an address as it was written.
    public let plain: String
    /// Others read it too: it never authenticates, and what is sent there never names the benefit.
    public let isShared: Bool
    /// For a protected person: the way that nobody of the household sees.
    public let isSafe: Bool

    /// Reads what was typed. nil when it is no telephone (E.164: 7 to 15 digits; nine digits are taken as Chile's, +56), no e-mail
    /// (RFC 5321: one `@`, a local part of at most 64 bytes, a domain with a dot), or no address (empty, over 500 characters).
    public init?(_ kind: Kind, typed text: String, isShared: Bool = false, isSafe: Bool = false) {
        let words = text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
        guard !words.isEmpty, words.count <= 500, !words.hasHiddenCharacters else { return nil }
        let read =
            switch kind {
            case .phone: Self.phone(words)
            case .email: Self.email(words)
            case .address: String?.some(words)
            }
        guard let read else { return nil }
        self.kind = kind
        plain = read
        self.isShared = isShared
        self.isSafe = isSafe
    }

    /// A kept contact as people read it: a telephone of Chile in the groups in which it is said, `+56 9 8765 4321`.
    public static func shown(_ plain: String) -> String {
        guard plain.hasPrefix("+569"), plain.utf8.count == 12 else { return plain }
        let digits = plain.dropFirst(4)
        return "+56 9 \(digits.prefix(4)) \(digits.suffix(4))"
    }

    /// The same way, shared or not.
    func shared(_ isShared: Bool) -> Contact {
        Contact(kind: kind, plain: plain, isShared: isShared, isSafe: isSafe)
    }

    private init(kind: Kind, plain: String, isShared: Bool, isSafe: Bool) {
        self.kind = kind
        self.plain = plain
        self.isShared = isShared
        self.isSafe = isSafe
    }

    private static func phone(_ text: String) -> String? {
        let isForeign = text.hasPrefix("+") || text.hasPrefix("00")
        let body = text.hasPrefix("+") ? text.dropFirst() : text.hasPrefix("00") ? text.dropFirst(2) : text[...]
        var digits = ""
        for character in body {
            if character.isASCII, character.isNumber { digits.append(character) } else if !" -().".contains(character) { return nil }
        }
        if isForeign { return (7...15).contains(digits.count) && digits.first != "0" ? "+" + digits : nil }
        return digits.count == 9 && digits.first != "0" ? "+56" + digits : nil
    }

    private static func email(_ text: String) -> String? {
        let parts = text.split(separator: "@", omittingEmptySubsequences: false)
        guard parts.count == 2, !parts[0].isEmpty, parts[0].utf8.count <= 64, parts[1].utf8.count <= 255, !text.contains(" ") else {
            return nil
        }
        let labels = parts[1].split(separator: ".", omittingEmptySubsequences: false)
        guard labels.count >= 2,
            labels.allSatisfy({ label in
                !label.isEmpty && !label.hasPrefix("-") && !label.hasSuffix("-")
                    && label.allSatisfy { $0.isLetter || $0.isNumber || $0 == "-" }
            })
        else { return nil }
        return parts[0] + "@" + parts[1].lowercased()
    }
}

extension Contact: CustomStringConvertible, CustomReflectable {
    public var description: String { "(\(kind.rawValue))" }
    public var customMirror: Mirror { Mirror(self, children: []) }
}
