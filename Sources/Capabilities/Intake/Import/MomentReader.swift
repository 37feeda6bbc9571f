import Civic

/// Reads moments as programs write them (RFC 3339), as fast as a file of millions needs: the day and the zone of the line before are
/// remembered.
struct MomentReader {
    private var date: [UInt8] = []
    private var day = 0
    private var hour = Int64.min
    private var local = 0

    /// `2022-03-01T10:30:00-03:00`, with or without parts of a second, or with `Z`. nil for anything else.
    mutating func moment(_ text: String) -> Instant? {
        let bytes = Array(text.utf8)
        guard bytes.count >= 20, bytes[10] == 0x54 || bytes[10] == 0x20 || bytes[10] == 0x74, bytes[13] == 0x3A, bytes[16] == 0x3A else {
            return nil
        }
        if !bytes[0..<10].elementsEqual(date) {
            guard let read = Day(iso: text.prefix(10)) else { return nil }
            date = Array(bytes[0..<10])
            day = read.number
        }
        func two(_ at: Int) -> Int64? {
            let (tens, ones) = (Int64(bytes[at]) - 0x30, Int64(bytes[at + 1]) - 0x30)
            return (0...9).contains(tens) && (0...9).contains(ones) ? tens * 10 + ones : nil
        }
        guard let hours = two(11), let minutes = two(14), let seconds = two(17), hours < 24, minutes < 60, seconds <= 60 else { return nil }
        var place = 19
        var (milliseconds, scale) = (Int64(0), Int64(100))
        if bytes[place] == 0x2E {
            place += 1
            let first = place
            while place < bytes.count, (0x30...0x39).contains(bytes[place]), place - first < 9 {
                milliseconds += (Int64(bytes[place]) - 0x30) * scale
                scale /= 10
                place += 1
            }
            guard place > first else { return nil }
        }
        guard place < bytes.count else { return nil }
        var zone: Int64 = 0
        if bytes[place] == 0x5A || bytes[place] == 0x7A {
            guard place + 1 == bytes.count else { return nil }
        } else {
            guard place + 6 == bytes.count, bytes[place] == 0x2B || bytes[place] == 0x2D, bytes[place + 3] == 0x3A,
                let zoneHours = two(place + 1),
                let zoneMinutes = two(place + 4), zoneHours < 24, zoneMinutes < 60
            else { return nil }
            zone = (zoneHours * 60 + zoneMinutes) * (bytes[place] == 0x2D ? -1 : 1)
        }
        let whole = Int64(day) * 86_400 + hours * 3600 + (minutes - zone) * 60 + seconds
        return Instant(milliseconds: whole * 1000 + milliseconds)
    }

    /// The local day of a moment. The local clock changes by whole hours, on the hour.
    mutating func day(of at: Instant) -> Int {
        let present = at.milliseconds >= 0 ? at.milliseconds / 3_600_000 : (at.milliseconds - 3_599_999) / 3_600_000
        if present != hour {
            hour = present
            local = Day(of: Instant(milliseconds: present * 3_600_000)).number
        }
        return local
    }
}
