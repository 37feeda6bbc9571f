import Civic
import Markup

/// The words that were looked for, marked in a text.
struct Marking {
    let words: Set<String>

    func callAsFunction(_ text: String) -> HTML {
        var pieces: [HTML] = []
        var rest = text[...]
        while let start = rest.firstIndex(where: Self.isPart) {
            let end = rest[start...].firstIndex { !Self.isPart($0) } ?? rest.endIndex
            pieces.append("\(rest[..<start])")
            let word = rest[start..<end]
            pieces.append(isAsked(String(word).folded) ? "<mark>\(word)</mark>" : "\(word)")
            rest = rest[end...]
        }
        return "\(pieces)\(rest)"
    }

    private func isAsked(_ word: String) -> Bool {
        words.contains(word) || words.contains { $0.count >= 4 && word.hasPrefix($0) }
    }

    private static func isPart(_ character: Character) -> Bool { character.isLetter || character.isNumber }
}
