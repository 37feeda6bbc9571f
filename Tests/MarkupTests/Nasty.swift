/// A sequence that is the same in each run (SplitMix64), so that a failure can be seen again.
struct SeededRandom: RandomNumberGenerator {
    private var state: UInt64

    init(seed: UInt64) { state = seed }

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var mixed = state
        mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
        return mixed ^ (mixed >> 31)
    }
}

/// Strings made of what breaks out of templates, and the reading of them that a browser does.
enum Nasty {
    static let pieces = [
        "<", ">", "\"", "'", "&", "&amp;", "&#106;", "<!--", "-->", "</p>", "</script>", "<script>", "javascript:", "data:", "vbscript:",
        "//",
        "/", "\\", ":", "?", "#", "=", " ", "\t", "\n", "\r", "\u{0}", "\u{1}", "\u{7F}", "\u{A0}", "\u{2028}", "%2e", "..", "a", "Z", "9",
        "ñ", "😀",
        "e\u{301}", "evil.example", "https://", "HTTP://", "mailto:", "tel:", "+",
    ]

    static func text(using random: inout SeededRandom) -> String {
        (0..<Int.random(in: 0...8, using: &random)).map { _ in pieces.randomElement(using: &random) ?? "" }.joined()
    }

    static func unescaped(_ markup: String) -> String {
        var text = ""
        var rest = Substring(markup)
        while let character = rest.unicodeScalars.first {
            let known = [("&lt;", "<"), ("&gt;", ">"), ("&quot;", "\""), ("&#39;", "'"), ("&amp;", "&")].first {
                rest.utf8.starts(with: $0.0.utf8)
            }
            if let (reference, meaning) = known {
                text += meaning
                rest = Substring(rest.unicodeScalars.dropFirst(reference.unicodeScalars.count))
            } else {
                text.unicodeScalars.append(character)
                rest = Substring(rest.unicodeScalars.dropFirst())
            }
        }
        return text
    }

    static func withoutControls(_ text: String) -> String {
        var clean = ""
        for scalar in text.unicodeScalars {
            let isControl = (scalar.value < 0x20 && !"\t\n\r\u{C}".unicodeScalars.contains(scalar)) || scalar.value == 0x7F
            clean.unicodeScalars.append(isControl ? "\u{FFFD}" : scalar)
        }
        return clean
    }

    /// What a browser makes of an address (WHATWG URL Standard): controls and spaces at the ends and tabs and line ends anywhere are
    /// dropped, a backslash is a slash. Answers the scheme, "//" for another host, or nil for this site.
    static func destination(of address: String) -> String? {
        var scalars = address.unicodeScalars.filter { !"\t\n\r".unicodeScalars.contains($0) }[...]
        while let first = scalars.first, first.value <= 0x20 { scalars = scalars.dropFirst() }
        let text = String(String.UnicodeScalarView(scalars)).replacing("\\", with: "/")
        if text.hasPrefix("//") { return "//" }
        let head = text.prefix { !"/?#".contains($0) }
        guard let colon = head.firstIndex(of: ":") else { return nil }
        return head[..<colon].lowercased()
    }
}
