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
    init(_ months: ClosedRange<Int>, isPublic: Bool, _ snapshot: Snapshot) throws {
        let rows = try FigureStore().products(months, snapshot)
        let named = rows.filter { $0.product != 0 }
        for (_, rows) in Dictionary(grouping: named, by: { [$0.month, $0.channel] }) {
            // Other boards tell how many there are of each kind of flow, and of what asked for no way; no sum within a deed tells more.
            func lines(_ key: (Int) -> Int) -> [[Int]] {
                Array(Dictionary(grouping: rows.indices) { key(rows[$0].deed) }.sorted { $0.key < $1.key }.map(\.value))
            }
            func kind(_ deed: Int) -> Int { FlowKind(deed: deed, modality: 0).rawValue }
            func act(_ deed: Int) -> Int { VisitBoard.acts.contains(deed) ? 1 : 0 }
            let sums = lines { $0 } + lines(act) + lines(kind) + lines { kind($0) * 2 + act($0) }
            let small = isPublic ? Hiding.hidden(rows.map(\.n), lines: sums) : []
            for (index, row) in rows.enumerated() where !small.contains(index) {
                counts[Key(channel: row.channel, deed: row.deed, product: row.product), default: 0] += row.n
            }
        }
    }
}
