/// Every word of the documents once, folded, with its stem; both have small numbers.
struct Vocabulary: Sendable {
    private(set) var words: [String] = []
    /// By word.
    private(set) var stemOfWord: [Int32] = []
    /// In how many places each word stands.
    private(set) var uses: [Int32] = []
    private(set) var stemCount = 0
    private var wordIDs: [String: Int32] = [:]
    private var stemIDs: [String: Int32] = [:]
    /// Numbers of words in the order of the alphabet.
    private var sorted: [Int32] = []

    /// Takes in a word where it stands in a text and gives back the number of its stem.
    mutating func take(_ word: FoldedWord, in text: String, _ stemmer: borrowing Stemmer) -> Int32 {
        if let known = wordIDs[word.folded] {
            uses[Int(known)] += 1
            return stemOfWord[Int(known)]
        }
        let stem = stemmer.stem(text[word.range].lowercased())
        let id = stemIDs[stem] ?? Int32(stemCount)
        if id == stemCount {
            stemIDs[stem] = id
            stemCount += 1
        }
        wordIDs[word.folded] = Int32(words.count)
        words.append(word.folded)
        stemOfWord.append(id)
        uses.append(1)
        return id
    }

    /// Once, after the last word.
    mutating func close() {
        sorted = words.indices.sorted { words[$0] < words[$1] }.map(Int32.init)
    }

    /// The stem of a folded word that stands in a document as it is.
    func known(_ word: String) -> Int32? { wordIDs[word].map { stemOfWord[Int($0)] } }

    /// The stem of a folded word that the documents have, or of one that shares its stem with one that they have.
    func stem(of folded: String, typed: String, _ stemmer: borrowing Stemmer) -> Int32? {
        if let word = wordIDs[folded] { return stemOfWord[Int(word)] }
        return stemIDs[stemmer.stem(typed)]
    }

    /// What stands for a word when phrases are compared: the number of its stem, or its letters where no document has it.
    func key(of folded: String, typed: String, _ stemmer: borrowing Stemmer) -> String {
        stem(of: folded, typed: typed, stemmer).map { "\($0)" } ?? "=" + stemmer.stem(typed)
    }

    /// The words that begin so, the most used first.
    func words(beginning prefix: String, limit: Int) -> [Int32] {
        var (low, high) = (0, sorted.count)
        while low < high {
            let middle = (low + high) / 2
            if words[Int(sorted[middle])] < prefix { low = middle + 1 } else { high = middle }
        }
        var found: [Int32] = []
        while low < sorted.count, words[Int(sorted[low])].hasPrefix(prefix) {
            found.append(sorted[low])
            low += 1
        }
        return Array(found.sorted { (uses[Int($1)], $0) < (uses[Int($0)], $1) }.prefix(limit))
    }
}
