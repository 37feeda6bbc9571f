/// Keeps on one line what people read as one: `Ley N° 21.419`, `10 %`, `artículo 10 c)`, `-$1.000`, `9UX9-5KUW`. Blanks in it become no-break
/// spaces; where a line could be broken without a blank, a word joiner stands. It is done once, where texts are laid out: what is stored,
/// signed and sent to programs keeps its plain blanks.
public enum Unbroken {
    static let noBreakSpace: [UInt8] = [0xC2, 0xA0]
    static let wordJoiner: [UInt8] = [0xE2, 0x81, 0xA0]

    /// After which a number belongs to the word.
    static let leading: [StaticString] = ["N°", "Nº", "CLP"]

    public static func text(_ text: String) -> String {
        String(decoding: text.utf8.span.held, as: UTF8.self)
    }

    /// What a reader sees of either of them: for comparing.
    public static func plain(_ text: String) -> String {
        String(String.UnicodeScalarView(text.unicodeScalars.compactMap { $0 == "\u{A0}" ? " " : $0 == "\u{2060}" ? nil : $0 }))
    }
}

extension Span<UInt8> {
    /// The same text with what belongs together held so.
    var held: [UInt8] {
        var held: [UInt8] = []
        held.reserveCapacity(count + 16)
        for index in indices {
            switch self[index] {
            case UInt8(ascii: " ") where isInside(blank: index): held += Unbroken.noBreakSpace
            case UInt8(ascii: "-") where isInside(hyphen: index):
                held.append(self[index])
                held += Unbroken.wordJoiner
            case let byte: held.append(byte)
            }
        }
        return held
    }

    private func isInside(blank index: Int) -> Bool {
        guard index > 0, index + 1 < count else { return false }
        let (before, after) = (self[index - 1], self[index + 1])
        if before.isDigit {
            if after == UInt8(ascii: "%") { return true }
            // `artículo 10 c)`
            return after.isSmall && index + 2 < count && self[index + 2] == UInt8(ascii: ")")
        }
        if after.isDigit { return isArticle(before: index) || Unbroken.leading.contains { ends(at: index, in: $0) } }
        return before.isLetter && index + 3 < count && isNumberSign(at: index + 1)
    }

    /// `N°`, with either of the two signs that people type.
    private func isNumberSign(at index: Int) -> Bool {
        self[index] == UInt8(ascii: "N") && self[index + 1] == 0xC2 && [0xB0, 0xBA].contains(self[index + 2])
    }

    /// The word for an article of a law, in full or cut short, of one or several.
    private func isArticle(before index: Int) -> Bool {
        var start = index
        while start > 0, self[start - 1].isLetter || self[start - 1] == UInt8(ascii: ".") { start -= 1 }
        return start + 3 < index && self[start] | 0x20 == UInt8(ascii: "a") && self[start + 1] == UInt8(ascii: "r")
            && self[start + 2] == UInt8(ascii: "t")
    }

    /// Whether that word, whole, stands before this place.
    private func ends(at index: Int, in word: StaticString) -> Bool {
        let (length, bytes) = (word.utf8CodeUnitCount, word.utf8Start)
        guard length <= index, self[index - 1] == bytes[length - 1] else { return false }
        for place in 0..<length where self[index - length + place] != bytes[place] { return false }
        return length == index || !self[index - length - 1].isLetter
    }

    /// A minus before money, or the hyphen of a code in capital letters and digits.
    private func isInside(hyphen index: Int) -> Bool {
        guard index + 1 < count else { return false }
        if self[index + 1] == UInt8(ascii: "$") { return true }
        guard index > 0, self[index - 1].isCode, self[index + 1].isCode else { return false }
        var (start, end) = (index, index + 1)
        while start > 0, self[start - 1].isCode || self[start - 1] == UInt8(ascii: "-") { start -= 1 }
        while end < count, self[end].isCode || self[end] == UInt8(ascii: "-") { end += 1 }
        let isAlone = (start == 0 || !self[start - 1].isLetter) && (end == count || !self[end].isLetter)
        return isAlone && (start..<end).contains { self[$0].isCapital }
    }
}

extension UInt8 {
    fileprivate var isDigit: Bool { (0x30...0x39).contains(self) }
    fileprivate var isCapital: Bool { (0x41...0x5A).contains(self) }
    fileprivate var isSmall: Bool { (0x61...0x7A).contains(self) }
    /// Bytes of letters outside of ASCII are taken for letters.
    fileprivate var isLetter: Bool { isCapital || isSmall || self >= 0x80 }
    /// Of a code: a capital letter or a digit.
    fileprivate var isCode: Bool { isCapital || isDigit }
}
