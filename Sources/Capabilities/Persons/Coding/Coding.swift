import Civic

/// An attention that is coded again by somebody who does not see how it was coded.
struct Coding: Sendable, Hashable {
    let id: Int64
    let interaction: InteractionID
    let coder: Int64?
    /// Whether it was coded again.
    let isDone: Bool

    /// For so long its note is open to whoever took it, in milliseconds.
    static let leave: Int64 = 30 * 60_000
    /// So many days it waits; then it is too late to remember.
    static let days = 30
}

/// Which attentions are coded again: two in a hundred, by chance.
public struct Lot: Sendable {
    public let isDrawn: @Sendable () -> Bool

    public init(isDrawn: @escaping @Sendable () -> Bool) {
        self.isDrawn = isDrawn
    }

    public static let twoInAHundred = Lot { Int.random(in: 0..<100) < 2 }
}

extension Permission {
    /// Code attentions of colleagues again, from their notes.
    public static let codeAgain: Permission = "record.codeAgain"
}

/// Nothing waits to be coded again.
public struct NothingToCode: Refusal {
    public init() {}
    public var kind: RefusalKind { .gone }
    public var title: TextKey { "persons.coding.none" }
    public var advice: TextKey { "persons.coding.none.next" }
}
