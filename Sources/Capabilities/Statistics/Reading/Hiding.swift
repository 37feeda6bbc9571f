/// Cells that are published: a number, or nothing where so few are counted that somebody could be known.
enum Hiding {
    /// So many are needed before a cell is shown.
    static let least = 10

    /// Of cells whose sum is published, those that are not shown: each small one, and the next smallest too as long as what is hidden could be
    /// found from the sum, or is itself so little. A cell of nothing tells nothing, and is shown.
    static func hidden(_ counts: [Int]) -> Set<Int> {
        var hidden = Set(counts.indices.filter { counts[$0] > 0 && counts[$0] < least })
        if hidden.isEmpty { return [] }
        let others = counts.indices.filter { counts[$0] >= least }.sorted { (counts[$0], $0) < (counts[$1], $1) }
        for next in others where hidden.count < 2 || hidden.map({ counts[$0] }).reduce(0, +) < least { hidden.insert(next) }
        return hidden
    }

    /// The same for a table whose sums of rows and of columns are published: no row and no column has a single hidden cell.
    static func hidden(table: [[Int]]) -> Set<[Int]> {
        var hidden = Set(
            table.indices.flatMap { row in
                table[row].indices.filter { table[row][$0] > 0 && table[row][$0] < least }.map { [row, $0] }
            })
        var isChanging = true
        while isChanging {
            isChanging = false
            let lines =
                table.indices.map { row in table[row].indices.map { [row, $0] } }
                + (table.first?.indices.map { column in table.indices.map { [$0, column] } } ?? [])
            for line in lines {
                let inside = line.filter(hidden.contains)
                let sum = inside.map { table[$0[0]][$0[1]] }.reduce(0, +)
                guard !inside.isEmpty, inside.count < 2 || sum < least else { continue }
                let shown = line.filter { !hidden.contains($0) && table[$0[0]][$0[1]] > 0 }
                guard let next = shown.min(by: { table[$0[0]][$0[1]] < table[$1[0]][$1[1]] }) else { continue }
                hidden.insert(next)
                isChanging = true
            }
        }
        return hidden
    }
}
