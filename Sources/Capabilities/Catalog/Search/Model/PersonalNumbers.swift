/// Numbers of persons in what people type where none is asked for: a RUN or a telephone.
enum PersonalNumbers {
    /// Whether a run of seven digits or more stands in the text, whatever separates them. Years alone are none; no sheet has such a number.
    static func stand(in text: String) -> Bool {
        var groups: [String] = []
        var isOpen = false
        func isLong() -> Bool {
            groups.reduce(0) { $0 + $1.utf8.count } >= 7 && !groups.allSatisfy(isYear)
        }
        for character in text {
            if let digit = character.wholeNumberValue, character.isNumber, (0...9).contains(digit) {
                if isOpen { groups[groups.count - 1].append("\(digit)") } else { groups.append("\(digit)") }
                isOpen = true
            } else {
                isOpen = false
                if character.isWhitespace || "+.-()/\u{2010}\u{2011}\u{2013}\u{2212}".contains(character) { continue }
                if isLong() { return true }
                groups = []
            }
        }
        return isLong()
    }

    private static func isYear(_ group: String) -> Bool {
        group.utf8.count == 4 && (group.hasPrefix("19") || group.hasPrefix("20"))
    }
}
