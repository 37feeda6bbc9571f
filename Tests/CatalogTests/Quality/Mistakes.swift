/// Typing mistakes, always the same ones: a letter left out, put in, changed, or exchanged with its neighbour.
struct Mistakes {
    private var seed: UInt64

    init(seed: UInt64) { self.seed = seed }

    /// The text with one mistake in one of its words of four letters or more.
    mutating func spoil(_ text: String) -> String {
        var words = text.split(separator: " ").map(Array.init)
        let long = words.indices.filter { words[$0].count >= 4 && words[$0].allSatisfy(\.isLetter) }
        guard !long.isEmpty else { return text }
        let word = long[next(long.count)]
        let at = next(words[word].count)
        switch next(4) {
        case 0: words[word].remove(at: at)
        case 1: words[word].insert(Self.letters[next(26)], at: at)
        case 2: words[word][at] = Self.letters[next(26)]
        default: words[word].swapAt(min(at, words[word].count - 2), min(at, words[word].count - 2) + 1)
        }
        return words.map { String($0) }.joined(separator: " ")
    }

    private static let letters = Array("abcdefghijklmnopqrstuvwxyz")

    private mutating func next(_ limit: Int) -> Int {
        seed = seed &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
        return Int(seed >> 33) % limit
    }
}
