/// Digits in groups of three.
enum Grouping {
    /// `12345678` as `12.345.678`.
    static func byThousands(_ number: some BinaryInteger, separator: String = ".") -> String {
        var digits = String(number.magnitude)[...]
        var groups: [Substring] = []
        while digits.count > 3 {
            groups.insert(digits.suffix(3), at: 0)
            digits = digits.dropLast(3)
        }
        return (number < 0 ? "-" : "") + ([digits] + groups).joined(separator: separator)
    }
}
