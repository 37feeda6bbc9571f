import Civic

/// How many people were attended in each half hour. Statistics fill it; whoever plans or oversees holds it.
public struct DemandFigures: Sendable {
    /// Assisted contacts of each day at some points, nil being those at no point, through one channel or, for nil, through any, in the 48
    /// half hours of its local time. Days without any are left out.
    public let halves: @Sendable (_ points: Set<Int64?>, _ channel: Channel?, _ first: Day, _ last: Day) async throws -> [Day: [Int]]

    public init(
        halves: @escaping @Sendable (_ points: Set<Int64?>, _ channel: Channel?, _ first: Day, _ last: Day) async throws -> [Day: [Int]]
    ) {
        self.halves = halves
    }
}
