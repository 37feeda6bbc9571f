/// Whole numbers that stop at the ends of what a whole number can be: what goes beyond is an error, and no value.
extension Foresight {
    static func plus(_ a: ClosedRange<Int64>, _ b: ClosedRange<Int64>) -> ClosedRange<Int64> {
        sum(a.lowerBound, b.lowerBound)...sum(a.upperBound, b.upperBound)
    }

    static func sum(_ a: Int64, _ b: Int64) -> Int64 {
        let (sum, isBeyond) = a.addingReportingOverflow(b)
        return isBeyond ? (a < 0 ? .min : .max) : sum
    }

    static func minus(_ a: ClosedRange<Int64>) -> ClosedRange<Int64> { negative(a.upperBound)...negative(a.lowerBound) }
    static func negative(_ a: Int64) -> Int64 { a == .min ? .max : -a }

    static func times(_ a: ClosedRange<Int64>, _ b: ClosedRange<Int64>) -> ClosedRange<Int64> {
        let corners = [a.lowerBound, a.upperBound].flatMap { one in
            [b.lowerBound, b.upperBound].map { two in
                let (product, isBeyond) = one.multipliedReportingOverflow(by: two)
                return isBeyond ? ((one < 0) == (two < 0) ? .max : .min) : product
            }
        }
        return (corners.min() ?? .min)...(corners.max() ?? .max)
    }

    static func quotient(_ a: ClosedRange<Int64>, _ b: ClosedRange<Int64>) -> ClosedRange<Int64> {
        guard b.lowerBound > 0 else { return .min ... .max }
        let corners = [a.lowerBound, a.upperBound].flatMap { one in [one / b.lowerBound, one / b.upperBound] }
        return (corners.min() ?? .min)...(corners.max() ?? .max)
    }
}
