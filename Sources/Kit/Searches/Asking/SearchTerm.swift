/// One thing that is looked for: a word or a phrase, with all that may stand for it.
struct SearchTerm: Sendable, Equatable {
    /// A word, as the stems that it may be: one, or several when only its beginning was typed.
    struct Word: Sendable, Equatable {
        var stems: [Int32]
        /// From 0 to 1.
        var worth: Float
    }

    /// Words that stand one after the other and mean the same.
    struct Phrase: Sendable, Equatable {
        var stems: [Int32]
        var worth: Float
    }

    /// What the person said. A word that no document has is left out.
    var own: [Word]
    /// What documents say instead.
    var others: [Phrase]
    /// Whether some word of the person's has nothing that stands for it.
    var isUnknown = false

    var stems: [Int32] { own.flatMap(\.stems) + others.flatMap(\.stems) }
}

/// A word that was taken for another one.
public struct SearchCorrection: Sendable, Hashable {
    /// As it was typed.
    public let typed: String
    /// What it was taken for, folded: one word, or two that were written together.
    public let meant: String

    public init(typed: String, meant: String) { (self.typed, self.meant) = (typed, meant) }
}

/// A query as it was understood.
struct ReadQuery: Sendable {
    var terms: [SearchTerm] = []
    var corrections: [SearchCorrection] = []
    /// The query with its corrections in place.
    var corrected = ""
}
