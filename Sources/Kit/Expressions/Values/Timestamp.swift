/// A moment, from the year 1 to the end of the year 9999, in UTC (google.protobuf.Timestamp).
public struct Timestamp: Sendable, Hashable, Comparable {
    static let typeName = "google.protobuf.Timestamp"

    /// Seconds since 1 January 1970, 0:00 UTC.
    public let seconds: Int64
    /// 0 to 999 999 999, counted forward.
    public let nanoseconds: Int32

    static let least: Int64 = -62_135_596_800
    static let most: Int64 = 253_402_300_799

    /// nil outside of the years 1 to 9999.
    public init?(seconds: Int64, nanoseconds: Int32 = 0) {
        guard (Self.least...Self.most).contains(seconds), (0..<1_000_000_000).contains(nanoseconds) else { return nil }
        self.seconds = seconds
        self.nanoseconds = nanoseconds
    }

    /// Midnight UTC of a day, counted from 1 January 1970; nil outside of the years 1 to 9999.
    public init?(day: Int) {
        let (seconds, overflow) = Int64(day).multipliedReportingOverflow(by: 86_400)
        guard !overflow else { return nil }
        self.init(seconds: seconds)
    }

    public static func < (a: Timestamp, b: Timestamp) -> Bool { (a.seconds, a.nanoseconds) < (b.seconds, b.nanoseconds) }

    /// Days since 1 January 1970, in UTC.
    public var day: Int { Int(seconds.flooredQuotient(86_400)) }

    /// nil when the sum is outside of the years 1 to 9999.
    func adding(_ span: TimeSpan) -> Timestamp? {
        let nanos = Int64(nanoseconds) + span.nanoseconds.flooredRemainder(1_000_000_000)
        return Timestamp(
            seconds: seconds + span.nanoseconds.flooredQuotient(1_000_000_000) + nanos / 1_000_000_000,
            nanoseconds: Int32(nanos % 1_000_000_000))
    }

    /// nil when the difference is more than a span can be.
    func since(_ other: Timestamp) -> TimeSpan? {
        let (whole, overflow) = (seconds - other.seconds).multipliedReportingOverflow(by: 1_000_000_000)
        guard !overflow else { return nil }
        let (all, over) = whole.addingReportingOverflow(Int64(nanoseconds) - Int64(other.nanoseconds))
        return over ? nil : TimeSpan(nanoseconds: all)
    }
}

extension Int64 {
    func flooredQuotient(_ divisor: Int64) -> Int64 { (self - flooredRemainder(divisor)) / divisor }

    func flooredRemainder(_ divisor: Int64) -> Int64 {
        let remainder = self % divisor
        return remainder < 0 ? remainder + divisor : remainder
    }
}
