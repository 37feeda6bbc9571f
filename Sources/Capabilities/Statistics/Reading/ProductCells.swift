import Storage

/// What was asked for by channel: a product and what was done about it. Each month is hidden by itself, and what is told of a year is the sum
/// of what is told of its months: by comparing them nobody finds what is hidden.
struct ProductCells: Sendable {
    struct Key: Hashable, Sendable {
        let channel: Int
        let deed: Int
        let product: Int64
    }

    /// What is told.
    private(set) var counts: [Key: Int] = [:]
    /// How many contacts are not told, by channel, and those that named no product.
    private(set) var hidden: [Int: Int] = [:]
    private(set) var unnamed: [Int: Int] = [:]

    init(_ months: ClosedRange<Int>, isPublic: Bool, _ snapshot: Snapshot) throws {
        let rows = try FigureStore().products(months, snapshot)
        for (_, group) in Dictionary(grouping: rows, by: { [$0.month, $0.channel] }) {
            let named = group.filter { $0.product != 0 }
            let small = isPublic ? Hiding.hidden(named.map(\.n)) : []
            for (index, row) in named.enumerated() {
                if small.contains(index) {
                    hidden[row.channel, default: 0] += row.n
                } else {
                    counts[Key(channel: row.channel, deed: row.deed, product: row.product), default: 0] += row.n
                }
            }
            for row in group where row.product == 0 { unnamed[row.channel, default: 0] += row.n }
        }
    }
}
