extension SearchIndex {
    /// The passage of a document that says most of what was asked for, among some fields: its place among the document's passages, or nil
    /// when none says anything. The first of equals.
    public func bestPassage(of document: Int, for findings: SearchFindings, in fields: Set<Int>) -> Int? {
        let number = Int32(document)
        let range = passages.range(number)
        var said = [Float](repeating: 0, count: range.count)
        for stem in findings.stems.sorted() {
            var last = -1
            for position in postings.positions(of: stem, in: number) {
                let passage = passages.passage(at: position, in: number) - range.lowerBound
                if passage != last { said[passage] += postings.rarity[Int(stem)] }
                last = passage
            }
        }
        let told = said.indices.filter { said[$0] > 0 && fields.contains(Int(passages.fields[range.lowerBound + $0])) }
        return told.max { (said[$0], $1) < (said[$1], $0) }
    }

    /// Where the words that were asked for stand in any text, by their stems.
    public func marks(in text: String, for findings: SearchFindings) -> [Range<String.Index>] {
        let stemmer = Stemmer()
        return FoldedWord.all(in: text).compactMap { word in
            guard !lexicon.stopWords.contains(word.folded),
                let stem = vocabulary.stem(of: word.folded, typed: text[word.range].lowercased(), stemmer)
            else { return nil }
            return findings.stems.contains(stem) ? word.range : nil
        }
    }
}
