/// Chile's national number (Rol Único Nacional; the Rol Único Tributario of an organisation has the same form): up to eight digits and
/// a check digit by modulus 11, where ten is written K. A value of this type always has the right check digit; that it was ever
/// issued, and to whom, only the civil registry knows.
public struct RUN: Sendable, Hashable {
    /// The digits before the hyphen: 1 to 99,999,999.
    public let number: Int

    /// The RUN with these digits; its check digit follows from them. nil outside of 1 to 99,999,999.
    public init?(number: Int) {
        guard (1...99_999_999).contains(number) else { return nil }
        self.number = number
    }

    /// Reads what people type: `12.345.678-5`, `12345678-5`, `123456785`, `1.000.005-k`, with blanks around or between. nil when
    /// anything else stands in it, or its check digit is wrong.
    public init?(_ text: some StringProtocol) {
        var digits: [UInt8] = []
        for scalar in text.unicodeScalars {
            switch scalar {
            case "0"..."9": digits.append(UInt8(scalar.value) - 0x30)
            case "k", "K": digits.append(10)
            case ".", "-", "\u{2010}", "\u{2011}", "\u{2013}", "\u{2060}", "\u{2212}": continue
            case _ where scalar.properties.isWhitespace: continue
            default: return nil
            }
            guard digits.count <= 12 else { return nil }
        }
        guard let check = digits.popLast(), !digits.contains(10) else { return nil }
        guard let run = RUN(number: digits.reduce(0) { $0 * 10 + Int($1) }), run.checkValue == check else { return nil }
        self = run
    }

    /// The check digit: 0 to 9, or K.
    public var check: Character { checkValue == 10 ? "K" : Character("\(checkValue)") }

    /// As people read it: `12.345.678-5`.
    public var formatted: String { "\(Grouping.byThousands(number))-\(check)" }

    /// As it is stored, compared and digested: `12345678-5`.
    public var plain: String { "\(number)-\(check)" }

    private var checkValue: UInt8 {
        var (rest, factor, sum) = (number, 2, 0)
        while rest > 0 {
            sum += rest % 10 * factor
            rest /= 10
            factor = factor == 7 ? 2 : factor + 1
        }
        let value = 11 - sum % 11
        return value == 11 ? 0 : UInt8(value)
    }
}

/// A RUN never prints itself: it is personal. Whoever shows it says `formatted`.
extension RUN: CustomStringConvertible, CustomReflectable {
    public var description: String { "(RUN)" }
    public var customMirror: Mirror { Mirror(self, children: []) }
}
