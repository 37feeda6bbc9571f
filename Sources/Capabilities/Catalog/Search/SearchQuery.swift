import Civic

/// What somebody looks for: the text as typed, and its terms, each with all the words that may stand for it.
struct SearchQuery: Sendable, Equatable {
    /// One thing that must be found.
    struct Term: Sendable, Equatable {
        /// Words that together say it, the person's own first.
        let alternatives: [[String]]
    }

    /// At most 200 characters of what was typed.
    let text: String
    let terms: [Term]
    /// Whether a RUN or a telephone seems to stand in it: then there are no terms, and nobody keeps the text.
    let isPersonal: Bool

    init(_ typed: String, _ words: SearchWords) {
        isPersonal = PersonalNumbers.stand(in: String(typed.prefix(1000)))
        guard !isPersonal else {
            (text, terms) = ("", [])
            return
        }
        text = String(typed.prefix(200))
        let asked = Array(text.foldedWords.prefix(12))
        var terms: [Term] = []
        var at = 0
        while at < asked.count {
            let (term, length) = Self.term(asked[at...], words)
            if let term, !terms.contains(term) { terms.append(term) }
            at += length
        }
        // A query of nothing but little words is taken as it is.
        self.terms = terms.isEmpty ? asked.map { Term(alternatives: [[$0]]) } : terms
    }

    /// The next term and of how many words it is: the longest phrase that has an equivalent, or a word that says something.
    private static func term(_ asked: ArraySlice<String>, _ words: SearchWords) -> (Term?, Int) {
        for length in stride(from: min(words.longest, asked.count), through: 1, by: -1) {
            let phrase = Array(asked.prefix(length))
            guard let meant = words.equivalents[phrase] else { continue }
            return (Term(alternatives: ([phrase] + meant).map { telling($0, words) }), length)
        }
        guard let word = asked.first, !words.stop.contains(word) else { return (nil, 1) }
        return (Term(alternatives: [[word]]), 1)
    }

    private static func telling(_ phrase: [String], _ words: SearchWords) -> [String] {
        let telling = phrase.filter { !words.stop.contains($0) }
        return telling.isEmpty ? phrase : telling
    }
}
