/// How wide words are in a figure, as far as a server can know: by the widths of a wide common sans, so that a reader's own face
/// takes the same room or less.
enum Lettering {
    /// The size of the letters in a drawing, in its units. The narrow drawing, of 330 units, shows them at 12 px or more on
    /// a telephone of 320 px, whatever size of text the reader chose.
    static let size = 15.0

    /// The room that the words take, in units of the drawing. `size` is that of the letters, and bold ones are wider.
    static func width(_ words: some StringProtocol, size: Double = size, isBold: Bool = false) -> Double {
        words.reduce(0) { $0 + advance($1) } * size * (isBold ? 1.1 : 1)
    }

    /// The words, or as many of their letters as fit with `…` after them.
    static func fit(_ words: String, in room: Double, isBold: Bool = false) -> String {
        guard width(words, isBold: isBold) > room else { return words }
        let left = room - width("…", isBold: isBold)
        var (shown, used) = ("", 0.0)
        for letter in words {
            used += width(String(letter), isBold: isBold)
            guard used <= left else { break }
            shown.append(letter)
        }
        while shown.last == " " { shown.removeLast() }
        return shown + "…"
    }

    private static func advance(_ letter: Character) -> Double {
        switch letter {
        case "i", "j", "l", "I", "'", "|": 0.3
        case " ", ".", ",", ":", ";", "f", "t", "r", "-", "(", ")", "/", "!": 0.4
        case "m", "M", "W", "w", "%", "@", "…": 0.98
        default: letter.isASCII ? (letter.isUppercase ? 0.72 : 0.63) : (letter.isLetter && letter.utf8.count < 3 ? 0.72 : 1)
        }
    }
}
