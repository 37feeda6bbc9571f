import Storage

/// The master keys as they were given. They never print themselves.
public struct MasterKeys: Sendable, CustomStringConvertible, CustomReflectable {
    let keys: [(number: UInt16, bytes: [UInt8])]

    /// The keys that everyone knows, for the demonstration alone.
    public static let demonstration = MasterKeys(keys: [(1, Array("ventanilla-demonstration-key-000".utf8))])

    /// nil unless each is like `1:` and 64 hex digits, with numbers that differ.
    init?(_ text: String) {
        var keys: [(number: UInt16, bytes: [UInt8])] = []
        for item in text.split(whereSeparator: { $0 == "," || $0.isWhitespace }) {
            let parts = item.split(separator: ":", omittingEmptySubsequences: false)
            guard parts.count == 2, let number = UInt16(parts[0]), let bytes = Self.bytes(hex: parts[1]), bytes.count == 32,
                !keys.contains(where: { $0.number == number })
            else { return nil }
            keys.append((number, bytes))
        }
        guard !keys.isEmpty else { return nil }
        self.keys = keys
    }

    private init(keys: [(number: UInt16, bytes: [UInt8])]) {
        self.keys = keys
    }

    /// Whether one of them is the key that everyone knows.
    public var holdsDemonstration: Bool {
        keys.contains { key in Self.demonstration.keys.contains { $0.bytes == key.bytes } }
    }

    /// nil only if there is no key at all.
    public var keyring: Keyring? {
        let all = keys.compactMap { Keyring.Key(number: $0.number, master: $0.bytes) }
        guard let current = all.first else { return nil }
        return Keyring(current, others: Array(all.dropFirst()))
    }

    public var description: String { "\(keys.count) keys" }
    public var customMirror: Mirror { Mirror(self, children: []) }

    private static func bytes(hex: Substring) -> [UInt8]? {
        let digits = hex.compactMap(\.hexDigitValue)
        guard digits.count == hex.count, digits.count % 2 == 0 else { return nil }
        return stride(from: 0, to: digits.count, by: 2).map { UInt8(digits[$0] << 4 | digits[$0 + 1]) }
    }
}
