import Civic

/// How long attentions take. Statistics fill it from the exact histograms of the record; whoever plans holds it.
public struct AttendingTimes: Sendable {
    /// Attentions by how long they took: where each bin begins, in whole seconds, and how many fell in it.
    public struct Reading: Sendable, Hashable {
        public let starts: [Int]
        public let counts: [Int]

        public init(starts: [Int], counts: [Int]) {
            self.starts = starts
            self.counts = counts
        }
    }

    /// Those at a point, or at none for nil, through a channel in the months up to a day; of the whole channel when the point has fewer than
    /// a hundred.
    public let at: @Sendable (_ point: Int64?, _ channel: Channel, _ until: Day) async throws -> Reading

    public init(at: @escaping @Sendable (_ point: Int64?, _ channel: Channel, _ until: Day) async throws -> Reading) {
        self.at = at
    }
}
