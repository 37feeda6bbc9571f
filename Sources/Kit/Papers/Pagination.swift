/// Which pieces of a paper stand on which sheet: a heading never at the end of one, and before what closes the paper always some text.
struct Pagination {
    struct Piece {
        /// With the space around it.
        let height: Double
        /// Whether it heads what comes next.
        let isHeading: Bool
    }

    let pieces: [Piece]
    /// What stands at the end of the last sheet.
    let closing: Double
    /// What a sheet has room for.
    let room: Double
    /// So much text stands before what closes the paper, where there are several sheets.
    private var least: Double { room * 0.3 }

    init(_ pieces: [Piece], closing: Double, room: Double) {
        self.pieces = pieces
        self.closing = closing
        self.room = room
    }

    /// The pieces of each sheet; at least one sheet.
    var sheets: [Range<Int>] {
        var sheets = filled
        guard let last = sheets.last else { return [0..<0] }
        if height(last) + closing > room {
            sheets.removeLast()
            let start = start(from: last.upperBound, in: last)
            return sheets + [last.lowerBound..<start, start..<last.upperBound]
        }
        guard sheets.count > 1, height(last) < least else { return sheets }
        let before = sheets[sheets.count - 2]
        let start = start(from: last.lowerBound, in: before.lowerBound..<last.upperBound)
        return sheets.dropLast(2) + [before.lowerBound..<start, start..<last.upperBound]
    }

    /// One sheet after the other, as full as they get.
    private var filled: [Range<Int>] {
        var (sheets, start, used) = ([Range<Int>](), 0, 0.0)
        for (index, piece) in pieces.enumerated() {
            if used + piece.height > room, index > start {
                var end = index
                while end - 1 > start, pieces[end - 1].isHeading { end -= 1 }
                sheets.append(start..<end)
                start = end
                used = height(start..<index)
            }
            used += piece.height
        }
        if start < pieces.count { sheets.append(start..<pieces.count) }
        return sheets
    }

    /// With which piece the last sheet begins: late, and yet with enough text on it.
    private func start(from latest: Int, in range: Range<Int>) -> Int {
        let possible = (range.lowerBound + 1..<max(latest, range.lowerBound + 1)).reversed().filter {
            !pieces[$0 - 1].isHeading && height($0..<range.upperBound) + closing <= room
        }
        return possible.first { height($0..<range.upperBound) >= least } ?? possible.last ?? latest
    }

    private func height(_ range: Range<Int>) -> Double { pieces[range].reduce(0) { $0 + $1.height } }
}
