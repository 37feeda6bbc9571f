import Civic
import Storage

/// What the files of a month say: cells, never rows, made from the roll-ups of the spine alone. The same record makes the same bytes, whoever
/// was erased since.
struct OpenContent: Sendable {
    /// A column, as the data dictionary describes it (Frictionless Table Schema).
    struct Column: Sendable {
        let name: String
        let type: String
        let about: TextKey
    }

    static func columns(_ kind: OpenFile.Kind) -> [Column] {
        let channel = Column(name: "channel", type: "string", about: "openFigures.channel")
        let month = Column(name: "month", type: "yearmonth", about: "openFigures.month")
        let count = Column(name: "interactions", type: "integer", about: "openFigures.interactions")
        let deed = Column(name: "deed", type: "string", about: "openFigures.deed")
        return switch kind {
        case .flows:
            [
                Column(name: "day", type: "date", about: "openFigures.day"), channel,
                Column(name: "modality", type: "string", about: "openFigures.modality"), count,
            ]
        case .products: [month, channel, deed, Column(name: "sheet", type: "integer", about: "openFigures.sheet"), count]
        case .points: [month, Column(name: "point", type: "integer", about: "openFigures.point"), count]
        case .times:
            [
                month, channel, Column(name: "kind", type: "string", about: "openFigures.kind"),
                Column(name: "from_seconds", type: "integer", about: "openFigures.from"), count,
            ]
        }
    }

    /// The file of a month. `names` are those of the record's lists.
    static func csv(_ kind: OpenFile.Kind, _ month: Month, _ names: CodeNames, _ snapshot: Snapshot) throws -> String {
        let rows: [[String]] =
            switch kind {
            case .flows: try flows(month, names, snapshot)
            case .products: try products(month, names, snapshot)
            case .points: try points(month, snapshot)
            case .times: try times(month, names, snapshot)
            }
        return ([columns(kind).map(\.name)] + rows).map { $0.joined(separator: ",") + "\r\n" }.joined()
    }

    private static func flows(_ month: Month, _ names: CodeNames, _ snapshot: Snapshot) throws -> [[String]] {
        let flows = FlowDays(try FigureStore().flows(.month(month), through: month.last.number, snapshot), isPublic: true)
        return flows.days.enumerated().flatMap { row, day in
            flows.keys.enumerated().compactMap { column, key in
                guard let n = flows.counts[row][column], n > 0 else { return nil }
                return [
                    month.first.adding(days: day - 1).iso, names.name(key.channel, of: .channel), names.name(key.modality, of: .modality),
                    "\(n)",
                ]
            }
        }
    }

    private static func products(_ month: Month, _ names: CodeNames, _ snapshot: Snapshot) throws -> [[String]] {
        let cells = try ProductCells(month.number...month.number, isPublic: true, snapshot)
        return cells.counts.sorted { one, other in
            (one.key.channel, one.key.deed, one.key.product) < (other.key.channel, other.key.deed, other.key.product)
        }.map { key, n in
            [month.iso, names.name(key.channel, of: .channel), names.name(key.deed, of: .deed), "\(key.product)", "\(n)"]
        }
    }

    private static func points(_ month: Month, _ snapshot: Snapshot) throws -> [[String]] {
        try ToldPoints.counts(month.number...month.number, isPublic: true, snapshot).sorted { $0.key < $1.key }
            .map { [month.iso, "\($0.key)", "\($0.value)"] }
    }

    private static func times(_ month: Month, _ names: CodeNames, _ snapshot: Snapshot) throws -> [[String]] {
        let rows = try FigureStore().times(month.number...month.number, snapshot).filter { $0.n > 0 }
        return Dictionary(grouping: rows) { [$0.channel, $0.kind] }.sorted { ($0.key[0], $0.key[1]) < ($1.key[0], $1.key[1]) }.flatMap {
            key, bins -> [[String]] in
            let bins = bins.sorted { $0.bin < $1.bin }
            let hidden = Hiding.hidden(bins.map(\.n))
            return bins.enumerated().filter { !hidden.contains($0.offset) }.map { _, cell in
                [
                    month.iso, names.name(key[0], of: .channel), key[1] == 1 ? "wait" : "attended", "\(Bins.starts[cell.bin])", "\(cell.n)",
                ]
            }
        }
    }
}
