/// Digits in groups of three.
enum Grouping {
    /// `12345678` as `12.345.678`.
    static func byThousands(_ number: some BinaryInteger, separator: String = ".") -> String {
        (number < 0 ? "-" : "") + byThousands(digits: String(number.magnitude)[...], separator: separator)
    }

    static func byThousands(digits: Substring, separator: String) -> String {
        var rest = digits
        var groups: [Substring] = []
        while rest.count > 3 {
            groups.append(rest.suffix(3))
            rest = rest.dropLast(3)
        }
        return ([rest] + groups.reversed()).joined(separator: separator)
    }
}
