import Storage

/// Where the present comes from. Everything that needs the time takes one, so that a test can stand on a fixed Monday at nine.
public struct Clock: Sendable {
    private let reading: @Sendable () -> Instant

    public init(_ reading: @escaping @Sendable () -> Instant) {
        self.reading = reading
    }

    /// The machine's own clock.
    public static let system = Clock { Instant(milliseconds: Database.systemNow()) }

    /// A clock that stands still.
    public static func fixed(_ instant: Instant) -> Clock { Clock { instant } }

    public var now: Instant { reading() }

    /// The local day in continental Chile.
    public var today: Day { Day(of: reading()) }
}

/// A moment: milliseconds since 1970-01-01T00:00:00 UTC, without leap seconds.
public struct Instant: Sendable, Hashable, Comparable, Codable {
    public let milliseconds: Int64

    public init(milliseconds: Int64) {
        self.milliseconds = milliseconds
    }

    public static func < (left: Instant, right: Instant) -> Bool { left.milliseconds < right.milliseconds }

    public init(from decoder: any Decoder) throws {
        milliseconds = try decoder.singleValueContainer().decode(Int64.self)
    }

    public func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(milliseconds)
    }
}
