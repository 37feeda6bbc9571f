import Foundation

/// A colour of the screen, as style sheets write it.
struct Colour: Sendable, Hashable {
    /// `#RRGGBB`, in capitals.
    let hex: String
    private let red: Double
    private let green: Double
    private let blue: Double

    /// `#RGB` or `#RRGGBB`, in any case; nil for anything else.
    init?(_ text: String) {
        guard text.first == "#" else { return nil }
        let digits = text.dropFirst().uppercased()
        guard digits.count == 3 || digits.count == 6 else { return nil }
        let long = digits.count == 6 ? digits : digits.map { "\($0)\($0)" }.joined()
        guard long.utf8.allSatisfy({ 0x30...0x39 ~= $0 || 0x41...0x46 ~= $0 }), let number = UInt32(long, radix: 16) else { return nil }
        hex = "#" + long
        red = Double(number >> 16) / 255
        green = Double(number >> 8 & 255) / 255
        blue = Double(number & 255) / 255
    }

    /// From 0 (black) to 1 (white). Source: WCAG 2.2, "relative luminance".
    var luminance: Double {
        func linear(_ channel: Double) -> Double { channel <= 0.04045 ? channel / 12.92 : pow((channel + 0.055) / 1.055, 2.4) }
        return 0.2126 * linear(red) + 0.7152 * linear(green) + 0.0722 * linear(blue)
    }

    /// From 1 (the same) to 21 (black and white), whichever is in front. Source: WCAG 2.2, "contrast ratio".
    func contrast(with other: Colour) -> Double {
        let (light, dark) = (max(luminance, other.luminance), min(luminance, other.luminance))
        return (light + 0.05) / (dark + 0.05)
    }
}
