import Civic

/// How long people waited just now. Statistics fill it from the contacts as they are counted.
public struct RecentWaits: Sendable {
    /// The mean of the contacts at a point that began in the last half hour, in whole seconds; nil when there was none with a known wait.
    public let mean: @Sendable (_ point: Int64, _ now: Instant) async throws -> Int?

    public init(mean: @escaping @Sendable (_ point: Int64, _ now: Instant) async throws -> Int?) {
        self.mean = mean
    }
}
