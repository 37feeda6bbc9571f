import Testing

@testable import Papers

@Suite("Which pieces stand on which sheet")
struct PaginationTests {
    private static func sheets(_ heights: [Double], headings: Set<Int> = [], closing: Double = 20) -> [Range<Int>] {
        Pagination(
            heights.enumerated().map { .init(height: $1, isHeading: headings.contains($0)) }, closing: closing, room: 100
        ).sheets
    }

    @Test("one sheet is enough for what fits on it, and for nothing")
    func one() {
        #expect(Self.sheets([40, 40]) == [0..<2])
        #expect(Self.sheets([]) == [0..<0])
    }

    @Test("text goes on to the last sheet with what closes it, so that this is not nearly empty")
    func closed() {
        #expect(Self.sheets([10, 10, 10, 20, 20, 20]) == [0..<4, 4..<6], "the square does not fit any more")
        #expect(Self.sheets(Array(repeating: 10, count: 11)) == [0..<8, 8..<11], "one line would stand alone with it")
        #expect(Self.sheets([90]) == [0..<1, 1..<1], "what cannot be parted is not")
    }

    @Test("a heading is never the last on a sheet")
    func headings() {
        #expect(Self.sheets([60, 30, 5, 20, 20], headings: [1, 2]) == [0..<1, 1..<5])
        #expect(Self.sheets([40, 20, 20, 10, 10], headings: [1, 2]) == [0..<1, 1..<5])
    }

    @Test("nothing is lost or told twice, whatever the heights", arguments: 1...200)
    func whole(_ seed: Int) {
        let heights = (0..<seed % 40).map { Double(($0 * 7 + seed * 13) % 45 + 1) }
        let sheets = Self.sheets(heights, headings: Set((0..<40).filter { ($0 + seed).isMultiple(of: 5) }))
        #expect(sheets.flatMap { Array($0) } == Array(heights.indices))
    }
}
