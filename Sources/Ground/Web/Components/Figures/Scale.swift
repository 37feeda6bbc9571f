import Foundation

/// An axis with round numbers: ticks at even steps of 1, 2 or 5 times a power of ten that cover all values.
public struct Scale: Sendable, Equatable {
    /// The first tick and the last one: the ends of the axis.
    public let low: Double
    public let high: Double
    /// From one tick to the next; more than zero.
    public let step: Double
    /// Two at least, in order, evenly spaced.
    public let ticks: [Double]

    /// Covers the values; nil when there are none. What is not finite is no value, and what is beyond 1e300 is taken for 1e300.
    ///
    /// A scale `fromZero` has zero among its ticks, as counts need it: the length of a bar is then its value. Whole values get whole
    /// ticks. There are at most `ticks` of them, and never less than 3 are allowed.
    public init?(covering values: [Double], fromZero: Bool = true, atMost ticks: Int = 7) {
        let known = values.filter(\.isFinite).map { Self.tamed($0) }
        guard var low = known.min(), var high = known.max() else { return nil }
        if fromZero { (low, high) = (min(low, 0), max(high, 0)) }
        let size = max(abs(low), abs(high))
        // What differs by less than the numbers' own precision is one value.
        if high / 2 - low / 2 <= size * 1e-10 {
            let room = size == 0 ? 1 : size * 1e-9
            (low, high) = (fromZero && size == 0 ? 0 : low - (fromZero ? 0 : room), high + room)
        }
        let isWhole = size < 1e15 && known.allSatisfy { $0 == $0.rounded() }
        self.init(from: low, to: high, leastStep: isWhole ? 1 : 0, atMost: max(3, ticks))
    }

    private init(from low: Double, to high: Double, leastStep: Double, atMost: Int) {
        let rough = max(high / Double(atMost) - low / Double(atMost), leastStep)
        var exponent = Int(log10(rough).rounded(.down)) - 1
        while true {
            for digit in [1.0, 2, 5] {
                let first = (Self.units(low, digit, exponent)).rounded(.down)
                let last = (Self.units(high, digit, exponent)).rounded(.up)
                guard last - first < Double(atMost), Self.value(1, digit, exponent) >= leastStep else { continue }
                let end = max(last, first + 1)
                step = Self.value(1, digit, exponent)
                ticks = (0...Int(end - first)).map { Self.value(first + Double($0), digit, exponent) }
                (self.low, self.high) = (Self.value(first, digit, exponent), Self.value(end, digit, exponent))
                return
            }
            exponent += 1
        }
    }

    /// Where on the axis a value stands: 0 at its low end, 1 at its high end.
    public func fraction(_ value: Double) -> Double {
        (Self.tamed(value) / 2 - low / 2) / (high / 2 - low / 2)
    }

    private static func tamed(_ value: Double) -> Double {
        abs(value) < 1e-290 ? 0 : max(-1e300, min(1e300, value))
    }

    /// How many steps a value is: division by a power of ten is exact where a product is not.
    private static func units(_ value: Double, _ digit: Double, _ exponent: Int) -> Double {
        (exponent < 0 ? value * pow(10, Double(-exponent)) : value / pow(10, Double(exponent))) / digit
    }

    private static func value(_ count: Double, _ digit: Double, _ exponent: Int) -> Double {
        exponent < 0 ? count * digit / pow(10, Double(-exponent)) : count * digit * pow(10, Double(exponent))
    }
}
