/// A code that people read out, copy from paper and type: seven random characters and one that checks them. It says nothing of whom or what it
/// stands for, and an id never leaves the house in its place.
public struct CheckedCode: Sendable, Hashable, CustomStringConvertible {
    /// Without what is read as something else: 0, 1, I, L, O. There are 31, a prime, so that the check finds any one wrong character and
    /// any two that changed places.
    public static let alphabet = Array("23456789ABCDEFGHJKMNPQRSTUVWXYZ")
    public static let length = 8

    /// Eight characters, without the line between them.
    public let plain: String

    /// A new one.
    public init(using generator: inout some RandomNumberGenerator) {
        let digits = (0..<Self.length - 1).map { _ in Int.random(in: 0..<Self.alphabet.count, using: &generator) }
        plain = String((digits + [Self.check(digits)]).map { Self.alphabet[$0] })
    }

    /// As somebody types it: in small letters, with blanks or lines between. nil when it can't be one.
    public init?(typed text: some StringProtocol) {
        guard text.utf8.count <= 40 else { return nil }
        let characters = text.uppercased().filter { !$0.isWhitespace && !"-\u{2010}\u{2011}\u{2013}\u{2060}.".contains($0) }
        let digits = characters.compactMap { Self.alphabet.firstIndex(of: $0) }
        guard characters.count == Self.length, digits.count == Self.length, Self.check(digits.dropLast()) == digits[Self.length - 1] else {
            return nil
        }
        plain = characters
    }

    /// `K7PM-2QXD`.
    public var description: String { plain.prefix(4) + "-" + plain.suffix(4) }

    private static func check(_ digits: some Sequence<Int>) -> Int {
        digits.enumerated().reduce(0) { $0 + ($1.offset + 1) * $1.element } % alphabet.count
    }
}
