/// The days of a month by channel and modality: hidden so that neither the sum of a day nor that of a channel tells what is not shown.
struct FlowDays: Sendable {
    struct Key: Hashable, Sendable {
        let channel: Int
        let modality: Int
    }

    let days: [Int]
    let keys: [Key]
    /// By day and key; nil where they are hidden.
    let counts: [[Int?]]

    init(_ flows: [FigureStore.Flow], isPublic: Bool) {
        let days = Set(flows.map(\.step)).sorted()
        let keys = Set(flows.map { Key(channel: $0.channel, modality: $0.modality) }).sorted {
            ($0.channel, $0.modality) < ($1.channel, $1.modality)
        }
        let cells = flows.compactMap { flow -> ToldTable.Cell? in
            let key = Key(channel: flow.channel, modality: flow.modality)
            guard let row = days.firstIndex(of: flow.step), let column = keys.firstIndex(of: key) else { return nil }
            return ToldTable.Cell(month: 0, row: row, column: column, n: flow.n)
        }
        counts = ToldTable(cells, rows: days.count, columns: keys.count, isPublic: isPublic).counts
        (self.days, self.keys) = (days, keys)
    }
}
