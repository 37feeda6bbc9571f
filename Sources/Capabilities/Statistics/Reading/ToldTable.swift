/// A table of counts that is hidden month by month. What is told of a longer period, of a row or of a column is the sum of what is told of its
/// months: nothing that is hidden is in any number, and by comparing a year with its months nobody finds it.
struct ToldTable: Sendable {
    /// A count of a month, by the place of its row and of its column.
    struct Cell: Sendable {
        let month: Int
        let row: Int
        let column: Int
        let n: Int
    }

    /// By month, row and column; nil where a cell is hidden.
    let months: [Int: [[Int?]]]
    /// Of all months; nil where nothing is told, and something was counted.
    let counts: [[Int?]]

    init(_ cells: [Cell], rows: Int, columns: Int, isPublic: Bool) {
        let empty = Array(repeating: Array(repeating: 0, count: columns), count: rows)
        let months = Dictionary(grouping: cells, by: \.month).mapValues { cells -> [[Int?]] in
            var table = empty
            for cell in cells { table[cell.row][cell.column] += cell.n }
            let hidden = isPublic ? Hiding.hidden(table: table) : []
            return table.indices.map { row in table[row].indices.map { hidden.contains([row, $0]) ? nil : table[row][$0] } }
        }
        let counts = empty.indices.map { row in
            empty[row].indices.map { column in
                let cells = months.values.map { $0[row][column] }
                let sum = cells.compactMap(\.self).reduce(0, +)
                return sum == 0 && cells.contains(nil) ? nil : sum
            }
        }
        self.counts = counts
        columnSums = (0..<columns).map { column in Self.told(counts.map { $0[column] }) }
        self.months = months
    }

    var rowSums: [Int] { counts.map(Self.told) }
    let columnSums: [Int]

    static func told(_ cells: [Int?]) -> Int { cells.compactMap(\.self).reduce(0, +) }
}
