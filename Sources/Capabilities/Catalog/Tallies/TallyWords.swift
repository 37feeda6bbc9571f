import Civic

/// Words as they may be counted.
enum TallyWords {
    /// The folded words with one blank between, or nil when they say nothing or could be somebody's number: a RUN, a telephone, or any five
    /// digits together. At most twelve words and a hundred characters: more is a letter, not a search.
    static func plain(_ typed: String) -> String? {
        let head = String(typed.prefix(200))
        guard head.count == typed.count, !PersonalNumbers.stand(in: head), !head.contains("@") else { return nil }
        let words = head.foldedWords
        guard (1...12).contains(words.count), !words.contains(where: holdsNumber) else { return nil }
        let plain = words.joined(separator: " ")
        return plain.count <= 100 ? plain : nil
    }

    private static func holdsNumber(_ word: String) -> Bool {
        var run = 0
        for character in word {
            run = character.isNumber ? run + 1 : 0
            if run >= 5 { return true }
        }
        return false
    }
}
