import Foundation
import Testing

@testable import Web

@Suite("The scale of a figure")
struct ScaleTests {
    @Test("has round ticks from zero that cover the values")
    func round() throws {
        #expect(try #require(Scale(covering: [3, 87])).ticks == [0, 20, 40, 60, 80, 100])
        #expect(try #require(Scale(covering: [0.31, 0.12])).ticks == [0, 0.1, 0.2, 0.3, 0.4])
        #expect(try #require(Scale(covering: [-12, 31])).ticks == [-20, -10, 0, 10, 20, 30, 40])
        #expect(try #require(Scale(covering: [8_519_527], atMost: 6)).ticks == [0, 2e6, 4e6, 6e6, 8e6, 1e7])
    }

    @Test("begins elsewhere than at zero only when it is asked to")
    func elsewhere() throws {
        #expect(try #require(Scale(covering: [101, 104], fromZero: false)).ticks == [101, 102, 103, 104])
        #expect(try #require(Scale(covering: [101, 104])).low == 0)
        #expect(try #require(Scale(covering: [-104, -101])).high == 0)
    }

    @Test("is there for zeros alone and for one value, and not for none")
    func few() throws {
        #expect(try #require(Scale(covering: [0, 0])).ticks == [0, 1])
        #expect(try #require(Scale(covering: [1])).ticks == [0, 1])
        let one = try #require(Scale(covering: [7], fromZero: false))
        #expect(one.low < 7 && one.high > 7 || one.ticks.contains(7))
        #expect(Scale(covering: []) == nil)
        #expect(Scale(covering: [.nan, .infinity, -.infinity]) == nil)
    }

    @Test("gives whole values whole ticks")
    func whole() throws {
        for most in 1...200 {
            let scale = try #require(Scale(covering: [Double(most)]))
            #expect(scale.ticks.allSatisfy { $0 == $0.rounded() } && scale.step >= 1)
        }
    }

    @Test("tells where a value stands between its ends")
    func fraction() throws {
        let scale = try #require(Scale(covering: [-10, 30]))
        #expect(scale.fraction(scale.low) == 0 && scale.fraction(scale.high) == 1)
        #expect(abs(scale.fraction(10) - (10 - scale.low) / (scale.high - scale.low)) < 1e-12)
    }

    @Test("bears the greatest and the smallest numbers that there are")
    func extremes() throws {
        for value in [Double.greatestFiniteMagnitude, -.greatestFiniteMagnitude, .leastNonzeroMagnitude, 1e300, 1e-300, 1e16 + 2, 5e-291] {
            for values in [[value], [value, 0], [value, -value], [value, value.nextUp.isFinite ? value.nextUp : value]] {
                for fromZero in [true, false] { try holds(try #require(Scale(covering: values, fromZero: fromZero)), values, 7) }
            }
        }
    }

    @Test("covers the values with two to seven even steps of 1, 2 or 5 in 100,000 random cases")
    func property() throws {
        var random = SystemRandomNumberGenerator()
        for _ in 0..<100_000 {
            let exponent = Double.random(in: -12...15, using: &random)
            let offset = Bool.random() ? 0 : Double.random(in: -1...1) * pow(10, Double.random(in: -12...15))
            let isWhole = Bool.random()
            let values = (0..<Int.random(in: 1...8)).map { _ in
                let value = Double.random(in: -1...1) * pow(10, exponent) + offset
                return isWhole ? value.rounded() : value
            }
            let (fromZero, most) = (Bool.random(), Int.random(in: 3...7))
            guard let scale = Scale(covering: values, fromZero: fromZero, atMost: most) else {
                Issue.record("no scale for \(values)")
                return
            }
            try holds(scale, values, most)
            if fromZero { try #require(scale.ticks.contains(0), "\(values) has no zero in \(scale.ticks)") }
        }
    }

    private func holds(_ scale: Scale, _ values: [Double], _ most: Int) throws {
        let case_ = "\(values) \(scale)"
        let known = values.map { max(-1e300, min(1e300, $0)) }
        let slack = max(abs(scale.low), abs(scale.high)) * 1e-12 + 1e-289
        try #require((2...most).contains(scale.ticks.count), "\(case_)")
        try #require(scale.ticks.allSatisfy(\.isFinite) && scale.step > 0, "\(case_)")
        try #require(scale.ticks.first == scale.low && scale.ticks.last == scale.high, "\(case_)")
        try #require(known.allSatisfy { $0 >= scale.low - slack && $0 <= scale.high + slack }, "\(case_)")
        for (one, next) in zip(scale.ticks, scale.ticks.dropFirst()) {
            try #require(next > one && abs(next - one - scale.step) <= slack + scale.step * 1e-6, "\(case_)")
        }
        let power = pow(10, log10(scale.step).rounded(.down))
        try #require([1.0, 2, 5, 10].contains { abs(scale.step / power - $0) < 1e-6 }, "\(case_)")
        try #require(known.allSatisfy { (-1e-6...1 + 1e-6).contains(scale.fraction($0)) }, "\(case_)")
    }
}
