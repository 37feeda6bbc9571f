/// A kind of place where words stand, and what they are worth there.
public struct SearchField: Sendable, Hashable {
    /// What a word is worth; 1 is plain text.
    let weight: Float
    /// From 0 to 1: how much a word loses where there are many.
    let damping: Float
    /// Whether each passage is a name of the thing: a query that says the whole name means it.
    let isName: Bool

    public init(weight: Float, damping: Float = 0.5, isName: Bool = false) {
        (self.weight, self.damping, self.isName) = (weight, damping, isName)
    }
}

/// Something that can be found: short passages (a name, a sentence), each in a field.
public struct SearchDocument: Sendable {
    /// A stretch of text that is shown as a whole.
    public struct Passage: Sendable {
        /// The number of the field among those that the index is made with.
        public let field: Int
        public let text: String

        public init(_ field: Int, _ text: String) { (self.field, self.text) = (field, text) }
    }

    public let passages: [Passage]
    /// What its score is multiplied with: less than 1 for what is over.
    public let factor: Float
    /// How often it was opened. It orders what is nearly equal, and no more.
    public let opened: Int

    public init(passages: [Passage], factor: Float = 1, opened: Int = 0) {
        (self.passages, self.factor, self.opened) = (passages, factor, opened)
    }
}
