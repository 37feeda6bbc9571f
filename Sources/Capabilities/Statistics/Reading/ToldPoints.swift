import Storage

/// Contacts by point of service: each month is hidden by itself, and what is hidden is in no sum.
enum ToldPoints {
    static func counts(_ months: ClosedRange<Int>, isPublic: Bool, _ snapshot: Snapshot) throws -> [Int64: Int] {
        var told: [Int64: Int] = [:]
        for (_, rows) in Dictionary(grouping: try FigureStore().points(months, snapshot).filter({ $0.n > 0 }), by: \.month) {
            let hidden = isPublic ? Hiding.hidden(rows.map(\.n)) : []
            for (index, row) in rows.enumerated() where !hidden.contains(index) { told[row.point, default: 0] += row.n }
        }
        return told
    }
}
