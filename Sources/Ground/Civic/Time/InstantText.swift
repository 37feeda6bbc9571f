import Foundation

/// Moments as programs write them to each other (RFC 3339).
extension Instant {
    /// `2026-11-23T12:00:00.000Z`.
    public var rfc3339: String {
        Date(timeIntervalSince1970: Double(milliseconds) / 1000).formatted(
            Date.ISO8601FormatStyle(includingFractionalSeconds: true))
    }

    /// Reads a moment with its zone, with or without parts of a second. nil for anything else.
    public init?(rfc3339 text: String) {
        let shape = /(\d{4}-\d{2}-\d{2})[Tt ](\d{2}):(\d{2}):(\d{2})(?:\.(\d{1,9}))?([Zz]|[+-]\d{2}:\d{2})/
        guard let found = text.wholeMatch(of: shape), let day = Day(iso: found.1), let hour = Int64(found.2), let minute = Int64(found.3),
            let second = Int64(found.4), hour < 24, minute < 60, second <= 60
        else { return nil }
        let parts = found.5.map { Int64($0.padding(toLength: 3, withPad: "0", startingAt: 0)) ?? 0 } ?? 0
        var zone: Int64 = 0
        if found.6.count == 6 {
            let digits = found.6.dropFirst().split(separator: ":").compactMap { Int64($0) }
            guard digits.count == 2, digits[0] < 24, digits[1] < 60 else { return nil }
            zone = (digits[0] * 60 + digits[1]) * (found.6.hasPrefix("-") ? -1 : 1)
        }
        let seconds = Int64(day.number) * 86_400 + hour * 3600 + (minute - zone) * 60 + second
        self.init(milliseconds: seconds * 1000 + parts)
    }
}
