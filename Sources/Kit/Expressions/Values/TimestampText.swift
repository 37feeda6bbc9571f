extension Timestamp {
    /// Reads RFC 3339: `2009-02-13T23:31:30.5Z`, `2009-02-13T20:31:30-03:00`. nil for anything else.
    public init?(_ text: String) {
        var digits = DigitReader(text)
        guard let year = digits.number(4), digits.take("-"), let month = digits.number(2), digits.take("-"), let day = digits.number(2),
            digits.take("T") || digits.take("t"), let hour = digits.number(2), digits.take(":"), let minute = digits.number(2),
            digits.take(":"), let second = digits.number(2), hour < 24, minute < 60, second < 60,
            let date = CivilDate(year: year, month: month, day: day)
        else { return nil }
        var nanos = 0
        if digits.take(".") {
            guard let fraction = digits.fraction() else { return nil }
            nanos = fraction
        }
        guard let offset = digits.offset(), digits.isAtEnd else { return nil }
        self.init(
            seconds: Int64(date.daysSince1970 * 86_400 + hour * 3_600 + minute * 60 + second - offset * 60), nanoseconds: Int32(nanos))
    }

    /// In RFC 3339, UTC, with as many digits of the fraction as it has.
    public var text: String {
        let date = CivilDate(daysSince1970: day)
        let ofDay = Int(seconds.flooredRemainder(86_400))
        var text = "\(padded(date.year, 4))-\(padded(date.month, 2))-\(padded(date.day, 2))T"
        text += "\(padded(ofDay / 3_600, 2)):\(padded(ofDay / 60 % 60, 2)):\(padded(ofDay % 60, 2))"
        return text + fractionText(Int(nanoseconds)) + "Z"
    }
}

/// `.5` of half a second, nothing of a whole one.
func fractionText(_ nanoseconds: Int) -> String {
    guard nanoseconds > 0 else { return "" }
    var digits = padded(nanoseconds, 9)
    while digits.hasSuffix("0") { digits.removeLast() }
    return "." + digits
}

private func padded(_ number: Int, _ width: Int) -> String {
    let digits = String(number)
    return String(repeating: "0", count: max(0, width - digits.count)) + digits
}

/// Takes digits and marks off the front of a text.
struct DigitReader {
    private var rest: ArraySlice<UInt8>

    init(_ text: String) { rest = ArraySlice(text.utf8) }

    var isAtEnd: Bool { rest.isEmpty }

    mutating func take(_ mark: Unicode.Scalar) -> Bool {
        guard rest.first == UInt8(ascii: mark) else { return false }
        rest.removeFirst()
        return true
    }

    /// A number of so many digits.
    mutating func number(_ width: Int) -> Int? {
        guard rest.count >= width, rest.prefix(width).allSatisfy(isDigit) else { return nil }
        defer { rest.removeFirst(width) }
        return rest.prefix(width).reduce(0) { $0 * 10 + Int($1 - 48) }
    }

    /// One to nine digits of a second's fraction, as nanoseconds.
    mutating func fraction() -> Int? {
        let digits = rest.prefix(while: isDigit)
        guard (1...9).contains(digits.count) else { return nil }
        rest.removeFirst(digits.count)
        return digits.reduce(0) { $0 * 10 + Int($1 - 48) } * (0..<(9 - digits.count)).reduce(1) { power, _ in power * 10 }
    }

    /// `Z`, or hours and minutes ahead of UTC, as minutes. A zone of an expression needs no sign.
    mutating func offset(isSigned: Bool = true) -> Int? {
        if isSigned, take("Z") || take("z") { return 0 }
        let isNegative = take("-")
        guard isNegative || take("+") || !isSigned, let hours = number(2), take(":"), let minutes = number(2), hours < 24, minutes < 60
        else { return nil }
        return (isNegative ? -1 : 1) * (hours * 60 + minutes)
    }
}

func isDigit(_ byte: UInt8) -> Bool { (48...57).contains(byte) }
