extension SearchIndex {
    /// The passage of a document that says most of what was asked for, among some fields: its place among the document's passages, or nil
    /// when none says anything. The first of equals. What `texts` say already does not count.
    public func bestPassage(
        of document: Int, for findings: SearchFindings, in fields: Set<Int>, besides texts: [String] = []
    ) -> Int? {
        let number = Int32(document)
        let range = passages.range(number)
        var worth = [Float](repeating: 0, count: range.count)
        let said = texts.reduce(into: Set<Int32>()) { $0.formUnion(words(in: $1, for: findings).map(\.stem)) }
        for stem in findings.stems.subtracting(said).sorted() {
            var last = -1
            for position in postings.positions(of: stem, in: number) {
                let passage = passages.passage(at: position, in: number) - range.lowerBound
                if passage != last { worth[passage] += postings.rarity[Int(stem)] }
                last = passage
            }
        }
        let told = worth.indices.filter { worth[$0] > 0 && fields.contains(Int(passages.fields[range.lowerBound + $0])) }
        return told.max { (worth[$0], $1) < (worth[$1], $0) }
    }

    /// Where the words that were asked for stand in any text, by their stems.
    public func marks(in text: String, for findings: SearchFindings) -> [Range<String.Index>] {
        words(in: text, for: findings).map(\.range)
    }

    private func words(in text: String, for findings: SearchFindings) -> [(range: Range<String.Index>, stem: Int32)] {
        let stemmer = Stemmer()
        return FoldedWord.all(in: text).compactMap { word in
            guard !lexicon.stopWords.contains(word.folded),
                let stem = vocabulary.stem(of: word.folded, typed: text[word.range].lowercased(), stemmer)
            else { return nil }
            return findings.stems.contains(stem) ? (word.range, stem) : nil
        }
    }
}
