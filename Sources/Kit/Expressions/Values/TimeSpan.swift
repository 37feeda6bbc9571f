/// A length of time, as google.protobuf.Duration has it within the reach of 64 bits: about 292 years either way.
public struct TimeSpan: Sendable, Hashable {
    static let typeName = "google.protobuf.Duration"

    public let nanoseconds: Int64

    public init(nanoseconds: Int64) { self.nanoseconds = nanoseconds }

    /// Reads a number with a unit, or several, as `1h30m`, `-1.5s`, `250ms`; units are h, m, s, ms, us, µs and ns. nil for anything
    /// else, and for more than a span can be.
    public init?(_ text: String) {
        var rest = Substring(text)
        let isNegative = rest.first == "-"
        if rest.first == "-" || rest.first == "+" { rest.removeFirst() }
        if rest == "0" {
            self.init(nanoseconds: 0)
            return
        }
        guard !rest.isEmpty else { return nil }
        var total = Int128(0)
        while !rest.isEmpty {
            let whole = rest.prefix { $0.isASCII && $0.isNumber }
            rest.removeFirst(whole.count)
            var fraction: Substring = ""
            if rest.first == "." {
                rest.removeFirst()
                fraction = rest.prefix { $0.isASCII && $0.isNumber }
                rest.removeFirst(fraction.count)
            }
            let name = rest.prefix { $0 != "." && !($0.isASCII && $0.isNumber) }
            rest.removeFirst(name.count)
            guard let unit = Self.units[String(name)], !(whole.isEmpty && fraction.isEmpty), whole.count <= 19 else { return nil }
            total += (Int128(whole) ?? 0) * unit
            var part = unit
            for digit in fraction {
                part /= 10
                total += Int128(digit.wholeNumberValue ?? 0) * part
            }
            guard total <= Int128(Int64.max) + 1 else { return nil }
        }
        guard let exact = Int64(exactly: isNegative ? -total : total) else { return nil }
        self.init(nanoseconds: exact)
    }

    private static let units: [String: Int128] = [
        "h": 3_600_000_000_000, "m": 60_000_000_000, "s": 1_000_000_000, "ms": 1_000_000, "us": 1_000, "µs": 1_000, "μs": 1_000, "ns": 1,
    ]

    /// In seconds: `1.5s`.
    public var text: String {
        let magnitude = nanoseconds.magnitude
        let (whole, rest) = magnitude.quotientAndRemainder(dividingBy: 1_000_000_000)
        return (nanoseconds < 0 ? "-" : "") + "\(whole)" + fractionText(Int(rest)) + "s"
    }
}
