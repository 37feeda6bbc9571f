/// The shortest text that reads back as the same double: plain from 0.0001 up to 21 digits, beyond with an exponent.
enum DoubleText {
    static func of(_ double: Double) -> String {
        if double.isNaN { return "NaN" }
        if double.isInfinite { return double < 0 ? "-Infinity" : "+Infinity" }
        let sign = double.sign == .minus ? "-" : ""
        let (digits, point) = parts(double.magnitude)
        let exponent = point - 1
        if double == 0 { return sign + "0" }
        if exponent < -4 || exponent >= max(digits.count, 21) {
            let rest = digits.dropFirst()
            let power = String(abs(exponent))
            return sign + digits.prefix(1) + (rest.isEmpty ? "" : "." + rest) + (exponent < 0 ? "e-" : "e+")
                + (power.count < 2 ? "0" + power : power)
        }
        if point <= 0 { return sign + "0." + String(repeating: "0", count: -point) + digits }
        if point >= digits.count { return sign + digits + String(repeating: "0", count: point - digits.count) }
        return sign + digits.prefix(point) + "." + digits.dropFirst(point)
    }

    /// The digits without zeros at either end, and where the point stands among them.
    private static func parts(_ double: Double) -> (digits: String, point: Int) {
        var text = double.description
        var exponent = 0
        if let at = text.firstIndex(of: "e") {
            exponent = Int(text[text.index(after: at)...]) ?? 0
            text = String(text[..<at])
        }
        let halves = text.split(separator: ".", omittingEmptySubsequences: false)
        let whole = String(halves[0])
        var digits = whole + (halves.count > 1 ? String(halves[1]) : "")
        var point = whole.count + exponent
        while digits.hasPrefix("0"), digits.count > 1 {
            digits.removeFirst()
            point -= 1
        }
        while digits.hasSuffix("0"), digits.count > 1 { digits.removeLast() }
        return (digits, point)
    }
}
