/// Cells that are published: a number, or nothing where so few are counted that somebody could be known.
enum Hiding {
    /// So many are needed before a cell is shown.
    static let least = 10

    /// Of cells whose sum can be known, those that are not shown: each small one, and the next smallest too as long as what is hidden could be
    /// found from the sum, or is itself so little. A cell of nothing tells nothing, and is shown.
    static func hidden(_ counts: [Int]) -> Set<Int> { hidden(counts, lines: [Array(counts.indices)]) }

    /// The same for cells that stand in several sums.
    static func hidden(_ counts: [Int], lines: [[Int]]) -> Set<Int> {
        var hidden = Set(counts.indices.filter { counts[$0] > 0 && counts[$0] < least })
        var isChanging = !hidden.isEmpty
        while isChanging {
            isChanging = false
            for line in lines {
                let inside = line.filter(hidden.contains)
                guard !inside.isEmpty, inside.count < 2 || inside.map({ counts[$0] }).reduce(0, +) < least else { continue }
                let shown = line.filter { !hidden.contains($0) && counts[$0] > 0 }
                guard let next = shown.min(by: { (counts[$0], $0) < (counts[$1], $1) }) else { continue }
                hidden.insert(next)
                isChanging = true
            }
        }
        return hidden
    }

    /// The same for a table whose sums of rows and of columns can be known.
    static func hidden(table: [[Int]]) -> Set<[Int]> {
        let width = table.first?.count ?? 0
        let lines =
            table.indices.map { row in (0..<width).map { row * width + $0 } }
            + (0..<width).map { column in table.indices.map { $0 * width + column } }
        return Set(hidden(table.flatMap(\.self), lines: lines).map { [$0 / width, $0 % width] })
    }
}
