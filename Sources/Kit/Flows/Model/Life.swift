import Expressions

/// What becomes of a benefit after it was granted: when it is looked at again, what suspends or ends it, and how what was paid too much
/// comes back.
public struct Life: Sendable {
    /// The parameter that says after how many months it is reviewed.
    public let every: String
    public let basis: String
    /// The role that signs what is not in the person's favour, and how many business days it has for that.
    public let owner: String
    public let businessDays: Int
    /// The day from which it is due; that of the grant when nothing is said.
    public let begins: Program?
    /// What it comes to today, where that is not what it came to when it was granted.
    public let amount: Program?
    /// The rules of the grant that it has to go on meeting; nil for all of them.
    public let rules: Set<String>?
    /// Whether nobody has it twice at a time.
    public let isOnce: Bool
    public let stops: [Stop]
    public let recovery: Recovery?

    /// A reason to suspend or to end it.
    public struct Stop: Sendable {
        public enum Kind: String, Sendable, CaseIterable { case suspension, ending }

        public let id: String
        public let kind: Kind
        public let title: Words
        public let when: Program
        /// From which day; today when nothing is said.
        public let from: Program?
        /// What is said of it, with `{name}` for what is known, and what to do next.
        public let says: Words
        public let next: Words
        public let basis: String
    }

    /// What was paid too much.
    public struct Recovery: Sendable {
        /// The parameter that says which part of the monthly amount an instalment may be at most.
        public let most: String
        public let basis: String
    }
}
