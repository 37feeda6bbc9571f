import TestKit
import Testing

@testable import Statistics

@Suite("What is hidden")
struct HidingTests {
    @Test("is what so few did that somebody could be known, and more when that could be found from the sum")
    func few() {
        #expect(Hiding.hidden([10, 500]) == [])
        #expect(Hiding.hidden([9, 40, 500]) == [0, 1])
        #expect(Hiding.hidden([9, 1, 500]) == [0, 1])
        #expect(Hiding.hidden([1, 1, 20, 500]) == [0, 1, 2], "two of one each could still be known from their sum")
        #expect(Hiding.hidden([0, 0, 500]) == [], "nothing tells nothing")
        #expect(Hiding.hidden([3]) == [0])
    }

    /// Whoever knows the sums of rows and columns and the cells that are shown solves for the rest: a cell that is alone in a line falls.
    private static func fallen(_ table: [[Int]], _ hidden: Set<[Int]>) -> Int {
        var open = hidden
        var isFalling = true
        while isFalling {
            isFalling = false
            for cell in open {
                let inRow = open.count { $0[0] == cell[0] }
                let inColumn = open.count { $0[1] == cell[1] }
                if inRow == 1 || inColumn == 1 {
                    open.remove(cell)
                    isFalling = true
                }
            }
        }
        return hidden.count - open.count
    }

    @Test("in a table with sums can't be found by subtraction, in ten thousand tables")
    func tables() {
        var state: UInt64 = 7
        func next(_ bound: Int) -> Int {
            state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
            return Int(state >> 33) % bound
        }
        for _ in 0..<10_000 {
            let columns = 2 + next(5)
            let table = (0..<(2 + next(6))).map { _ in (0..<columns).map { _ in [0, next(9), next(40), next(3000)][next(4)] } }
            let hidden = Hiding.hidden(table: table)
            for row in table.indices {
                for column in table[row].indices where table[row][column] > 0 && table[row][column] < Hiding.least {
                    #expect(hidden.contains([row, column]))
                }
            }
            // A line that has but one cell of any can hide nothing behind another.
            let isFull =
                !table.contains { row in row.count { $0 > 0 } < 2 }
                && (0..<columns).allSatisfy { column in table.count { $0[column] > 0 } != 1 }
            if isFull { #expect(Self.fallen(table, hidden) == 0, "\(table) \(hidden)") }
        }
        let bare = [[5, 100], [50, 60]]
        #expect(Self.fallen(bare, [[0, 0]]) == 1, "the attack finds a cell that stands alone")
    }
}
