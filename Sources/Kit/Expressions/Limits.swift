/// What keeps an expression from ever hanging or flooding a server. The specification asks for at least 32 of everything that nests or
/// repeats (langdef, "Syntax").
public struct Limits: Sendable {
    /// Bytes of the source.
    public var source = 32_768
    /// Levels of a tree.
    public var depth = 120
    /// Parts of a tree.
    public var parts = 8_192
    /// Steps of an evaluation: a call, an element that is looked at, and 16 bytes or one element that are made, count one each.
    public var steps = 1_000_000

    public static let standard = Limits()

    public init() {}
}
