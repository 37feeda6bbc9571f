import Civic
import Storage

/// Where agents attend, and whether somebody is with them. Stations fill it; whoever opens and ends attentions holds it.
public struct AgentStations: Sendable {
    /// A place that is attended now: a window of a point, or somebody far away.
    public struct Station: Sendable, Hashable {
        /// nil for whoever attends from afar.
        public let point: Int64?
        /// As the point calls its window; nil where there is none.
        public let window: String?
        public let channel: Channel

        public init(point: Int64?, window: String?, channel: Channel) {
            self.point = point
            self.window = window
            self.channel = channel
        }
    }

    /// Where somebody of the staff attends; nil when they opened no place today.
    public let present: @Sendable (_ staff: Int64) async throws -> Station?
    /// Everybody who has a place open now.
    public let all: @Sendable () async throws -> [(staff: Int64, station: Station)]
    /// Somebody is with them from now on, in the act that begins it. Gives back where that is.
    public let attends: @Sendable (_ staff: Int64, Transaction) throws -> Station?
    /// Nobody is with them any more, in the act that ends it.
    public let isFree: @Sendable (_ staff: Int64, Transaction) throws -> Void
    /// When their last time at a place ended; nil when there was none.
    public let left: @Sendable (_ staff: Int64) async throws -> Instant?

    public init(
        present: @escaping @Sendable (_ staff: Int64) async throws -> Station?,
        all: @escaping @Sendable () async throws -> [(staff: Int64, station: Station)],
        attends: @escaping @Sendable (_ staff: Int64, Transaction) throws -> Station?,
        isFree: @escaping @Sendable (_ staff: Int64, Transaction) throws -> Void,
        left: @escaping @Sendable (_ staff: Int64) async throws -> Instant?
    ) {
        self.present = present
        self.all = all
        self.attends = attends
        self.isFree = isFree
        self.left = left
    }
}
