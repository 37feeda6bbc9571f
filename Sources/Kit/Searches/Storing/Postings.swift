/// Where each stem stands, in flat arrays: a stem has postings, one a document, and a posting has positions.
struct Postings: Sendable {
    /// By stem, and one more at the end: its first posting.
    var starts: [Int32] = [0]
    var documents: [Int32] = []
    /// What the stem is worth in the document, from 0 to 1, without how rare it is.
    var weights: [Float] = []
    /// By posting, and one more at the end: its first position.
    var positionStarts: [Int32] = [0]
    var positions: [Int32] = []
    /// By stem: how much it tells, more the rarer.
    var rarity: [Float] = []

    func range(_ stem: Int32) -> Range<Int> { Int(starts[Int(stem)])..<Int(starts[Int(stem) + 1]) }

    /// Where a stem stands in a document, in order.
    func positions(of stem: Int32, in document: Int32) -> ArraySlice<Int32> {
        var (low, high) = (Int(starts[Int(stem)]), Int(starts[Int(stem) + 1]))
        let end = high
        while low < high {
            let middle = (low + high) / 2
            if documents[middle] < document { low = middle + 1 } else { high = middle }
        }
        guard low < end, documents[low] == document else { return [] }
        return positions(at: low)
    }

    func positions(at posting: Int) -> ArraySlice<Int32> {
        positions[Int(positionStarts[posting])..<Int(positionStarts[posting + 1])]
    }
}

/// The passages of all documents one after the other, and what is known of each.
struct PassageTable: Sendable {
    /// By document, and one more at the end: its first passage.
    var starts: [Int32] = [0]
    /// The position of the first word, in the document.
    var positions: [Int32] = []
    var fields: [UInt8] = []
    /// What all of its words tell together.
    var weights: [Float] = []

    func range(_ document: Int32) -> Range<Int> { Int(starts[Int(document)])..<Int(starts[Int(document) + 1]) }

    /// The passage of a document in which a position stands.
    func passage(at position: Int32, in document: Int32) -> Int {
        var (low, high) = (Int(starts[Int(document)]), Int(starts[Int(document) + 1]))
        while low + 1 < high {
            let middle = (low + high) / 2
            if positions[middle] <= position { low = middle } else { high = middle }
        }
        return low
    }
}
