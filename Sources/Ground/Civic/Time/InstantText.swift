import Foundation

/// Moments as programs write them to each other (RFC 3339).
extension Instant {
    /// `2026-11-23T12:00:00.000Z`.
    public var rfc3339: String {
        Date(timeIntervalSince1970: Double(milliseconds) / 1000).formatted(
            Date.ISO8601FormatStyle(includingFractionalSeconds: true))
    }

    /// Reads a moment with its zone, with or without parts of a second. nil for anything else. It is asked for millions of lines: it reads
    /// bytes.
    public init?(rfc3339 text: some StringProtocol) {
        let bytes = Array(text.utf8)
        guard bytes.count >= 20, [0x54, 0x74, 0x20].contains(bytes[10]), bytes[13] == 0x3A, bytes[16] == 0x3A,
            let day = Day(iso: text.prefix(10)), let hour = Self.two(bytes, 11), let minute = Self.two(bytes, 14),
            let second = Self.two(bytes, 17), hour < 24, minute < 60, second <= 60
        else { return nil }
        var (place, parts, scale) = (19, Int64(0), Int64(100))
        if bytes[place] == 0x2E {
            place += 1
            let first = place
            while place < bytes.count, (0x30...0x39).contains(bytes[place]), place - first < 9 {
                parts += (Int64(bytes[place]) - 0x30) * scale
                scale /= 10
                place += 1
            }
            guard place > first else { return nil }
        }
        guard let zone = Self.zone(bytes[place...]) else { return nil }
        let seconds = Int64(day.number) * 86_400 + hour * 3600 + (minute - zone) * 60 + second
        self.init(milliseconds: seconds * 1000 + parts)
    }

    /// Minutes to the east of `Z`, `-03:00`; nil for anything else.
    private static func zone(_ bytes: ArraySlice<UInt8>) -> Int64? {
        let bytes = Array(bytes)
        if bytes == [0x5A] || bytes == [0x7A] { return 0 }
        guard bytes.count == 6, bytes[0] == 0x2B || bytes[0] == 0x2D, bytes[3] == 0x3A, let hours = two(bytes, 1),
            let minutes = two(bytes, 4),
            hours < 24, minutes < 60
        else { return nil }
        return (hours * 60 + minutes) * (bytes[0] == 0x2D ? -1 : 1)
    }

    /// Two digits from a place on.
    private static func two(_ bytes: [UInt8], _ place: Int) -> Int64? {
        let (tens, ones) = (Int64(bytes[place]) - 0x30, Int64(bytes[place + 1]) - 0x30)
        return (0...9).contains(tens) && (0...9).contains(ones) ? tens * 10 + ones : nil
    }
}
