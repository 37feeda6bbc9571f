import Markup

/// A number of a drawing's geometry: a tenth of a unit is finer than any screen shows.
enum Coordinate {
    /// `12.5`, `-3`, `0`: without a sign for zero, without a point for whole numbers.
    static func text(_ value: Double) -> String { text(tenths: tenths(value)) }

    static func tenths(_ value: Double) -> Int { value.isFinite ? Int((max(-1e9, min(1e9, value)) * 10).rounded()) : 0 }

    static func text(tenths: Int) -> String {
        let (whole, rest) = tenths.magnitude.quotientAndRemainder(dividingBy: 10)
        return (tenths < 0 ? "-" : "") + "\(whole)" + (rest == 0 ? "" : ".\(rest)")
    }
}

extension HTML.StringInterpolation {
    /// A coordinate or a length of a drawing: `x="\(at: left)"`.
    mutating func appendInterpolation(at value: Double) { appendInterpolation(Coordinate.text(value)) }
}
