import Foundation

/// Makes the arrays of an index out of documents.
struct IndexBuilder {
    private let fields: [SearchField]
    private let lexicon: Lexicon
    private(set) var vocabulary = Vocabulary()
    private(set) var postings = Postings()
    private(set) var passages = PassageTable()
    /// Each word where it stands, in the order of reading.
    private var stems: [Int32] = []
    private var documents: [Int32] = []
    private var places: [Int32] = []
    private var passageOf: [Int32] = []
    /// By document and field: how many words.
    private var lengths: [Float] = []

    /// Words of two passages are never neighbours.
    private static let gap: Int32 = 8
    /// How soon saying a word again adds nothing.
    static let saturation: Float = 2

    init(_ all: [SearchDocument], fields: [SearchField], lexicon: Lexicon) {
        (self.fields, self.lexicon) = (fields, lexicon)
        let stemmer = Stemmer()
        for (number, document) in all.enumerated() { read(document, Int32(number), stemmer) }
        vocabulary.close()
        sortPostings()
        weigh(documents: all.count)
    }

    private mutating func read(_ document: SearchDocument, _ number: Int32, _ stemmer: borrowing Stemmer) {
        var position: Int32 = 0
        lengths.append(contentsOf: repeatElement(0, count: fields.count))
        for passage in document.passages {
            passages.positions.append(position)
            passages.fields.append(UInt8(passage.field))
            for word in FoldedWord.all(in: passage.text) where !lexicon.stopWords.contains(word.folded) {
                stems.append(vocabulary.take(word, in: passage.text, stemmer))
                documents.append(number)
                places.append(position)
                passageOf.append(Int32(passages.fields.count - 1))
                lengths[Int(number) * fields.count + passage.field] += 1
                position += 1
            }
            position += Self.gap
        }
        passages.starts.append(Int32(passages.fields.count))
    }

    /// Puts occurrences in the order of their stems; within a stem the order of reading stays.
    private mutating func sortPostings() {
        var starts = [Int](repeating: 0, count: vocabulary.stemCount + 1)
        for stem in stems { starts[Int(stem) + 1] += 1 }
        for stem in 0..<vocabulary.stemCount { starts[stem + 1] += starts[stem] }
        var order = [Int32](repeating: 0, count: stems.count)
        var next = starts
        for (at, stem) in stems.enumerated() {
            order[next[Int(stem)]] = Int32(at)
            next[Int(stem)] += 1
        }
        (documents, places) = (order.map { documents[Int($0)] }, order.map { places[Int($0)] })
        let byStem = order.map { passageOf[Int($0)] }
        let means = meanLengths
        for stem in 0..<vocabulary.stemCount {
            var at = starts[stem]
            while at < starts[stem + 1] {
                let (document, start) = (documents[at], at)
                while at < starts[stem + 1], documents[at] == document { at += 1 }
                add(document, start..<at, byStem, means)
            }
            postings.starts.append(Int32(postings.documents.count))
        }
        postings.positions = places
        passageOf = byStem
    }

    private mutating func add(_ document: Int32, _ range: Range<Int>, _ passageOf: [Int32], _ means: [Float]) {
        var sum: Float = 0
        for at in range {
            let field = Int(passages.fields[Int(passageOf[at])])
            let length = lengths[Int(document) * fields.count + field] / max(means[field], 1)
            sum += fields[field].weight / (1 - fields[field].damping + fields[field].damping * length)
        }
        postings.documents.append(document)
        postings.weights.append(sum / (sum + Self.saturation))
        postings.positionStarts.append(Int32(range.upperBound))
    }

    /// Of the documents that have words in the field.
    private var meanLengths: [Float] {
        fields.indices.map { field in
            let there = stride(from: field, to: lengths.count, by: fields.count).map { lengths[$0] }.filter { $0 > 0 }
            return there.isEmpty ? 0 : there.reduce(0, +) / Float(there.count)
        }
    }

    private mutating func weigh(documents count: Int) {
        passages.weights = [Float](repeating: 0, count: passages.fields.count)
        for stem in 0..<vocabulary.stemCount {
            let range = postings.range(Int32(stem))
            let rarity = Self.rarity(of: range.count, among: count)
            postings.rarity.append(rarity)
            guard let first = range.first, let last = range.last else { continue }
            for at in Int(postings.positionStarts[first])..<Int(postings.positionStarts[last + 1]) {
                passages.weights[Int(passageOf[at])] += rarity
            }
        }
    }

    /// How much it tells that something stands in so many documents (Robertson and Sparck Jones, never below zero).
    static func rarity(of found: Int, among all: Int) -> Float {
        log(1 + (Float(all - found) + 0.5) / (Float(found) + 0.5))
    }
}
