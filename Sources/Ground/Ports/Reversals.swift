/// How many refusals did not stand: what an institution got wrong, seen from the people whom it refused. Procedures fills it, statistics
/// show it.
public struct Reversals: Sendable {
    public let month: @Sendable (_ month: Int) async throws -> Reading

    public init(month: @escaping @Sendable (_ month: Int) async throws -> Reading) {
        self.month = month
    }

    /// Counts of a month.
    public struct Reading: Sendable, Hashable {
        /// Decisions that were signed, and of them the refusals as they were signed first.
        public var decided: Int
        public var refused: Int
        /// Appeals against refusals that were answered, and of them those in which what had been refused was granted.
        public var answered: Int
        public var reversed: Int

        public init(decided: Int = 0, refused: Int = 0, answered: Int = 0, reversed: Int = 0) {
            self.decided = decided
            self.refused = refused
            self.answered = answered
            self.reversed = reversed
        }
    }
}
