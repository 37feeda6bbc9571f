import Foundation

/// A word of a text: where it stands, and how it reads without capitals and accents.
public struct FoldedWord: Sendable, Hashable {
    public let range: Range<String.Index>
    public let folded: String

    /// The words of a text in order: runs of letters, digits and their marks, of any script.
    public static func all(in text: String) -> [FoldedWord] {
        var words: [FoldedWord] = []
        let scalars = text.unicodeScalars
        var at = scalars.startIndex
        while at < scalars.endIndex {
            guard scalars[at].isPartOfWord else {
                at = scalars.index(after: at)
                continue
            }
            let start = at
            while at < scalars.endIndex, scalars[at].isPartOfWord { at = scalars.index(after: at) }
            words.append(FoldedWord(range: start..<at, folded: Folding.fold(scalars[start..<at])))
        }
        return words
    }
}

/// Without capitals and accents. `Ñuñoa` is `nunoa`.
enum Folding {
    static func fold(_ text: String) -> String { fold(text.unicodeScalars[...]) }

    /// The letters of European languages come from a table; a word with any other goes to Foundation, whose answer the table repeats.
    static func fold(_ scalars: Substring.UnicodeScalarView) -> String {
        var folded = ""
        for scalar in scalars {
            let value = Int(scalar.value)
            if value < 0x80 {
                folded.unicodeScalars.append((0x41...0x5A).contains(value) ? Unicode.Scalar(UInt8(value | 0x20)) : scalar)
            } else if value < 0x80 + table.count {
                folded += table[value - 0x80]
            } else {
                return whole(String(String.UnicodeScalarView(scalars)))
            }
        }
        return folded
    }

    private static func whole(_ text: String) -> String {
        text.folding(options: [.diacriticInsensitive, .caseInsensitive, .widthInsensitive], locale: nil)
    }

    /// U+0080 to U+024F.
    private static let table: [String] = (0x80..<0x250).map { value in
        Unicode.Scalar(UInt32(value)).map { whole(String(Character($0))) } ?? ""
    }
}

extension Unicode.Scalar {
    fileprivate var isPartOfWord: Bool {
        if value < 0x80 { return (0x61...0x7A).contains(value | 0x20) || (0x30...0x39).contains(value) }
        switch properties.generalCategory {
        case .uppercaseLetter, .lowercaseLetter, .titlecaseLetter, .modifierLetter, .otherLetter, .decimalNumber, .letterNumber,
            .otherNumber, .nonspacingMark, .spacingMark:
            return true
        default: return false
        }
    }
}
