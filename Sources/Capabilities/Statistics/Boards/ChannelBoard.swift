import Civic
import Markup
import Storage
import Web

/// Interactions by channel and modality over time.
struct ChannelBoard: Board {
    let kind = BoardKind.channels
    let period: Period
    /// By month of a year, or by day of a month: contacts by self-service and assisted; nil where they are hidden.
    let steps: [(title: Int, modalities: [Int?])]
    /// A channel of a modality, with how many of each of the four kinds, and which of them are not told.
    struct Row: Sendable {
        let channel: Int
        let modality: Int
        var counts = Array(repeating: 0, count: FlowKind.allCases.count)
        var hidden: Set<Int> = []

        var total: Int { counts.reduce(0, +) }
    }

    let channels: [Row]

    init(_ period: Period, isPublic: Bool, through last: Int, _ snapshot: Snapshot) throws {
        self.period = period
        let flows = try FigureStore().flows(period, through: last, snapshot)
        var steps: [Int: [Int]] = [:]
        for flow in flows { steps[flow.step, default: [0, 0]][flow.modality == Modality.assisted.rawValue ? 1 : 0] += flow.n }
        let order = steps.keys.sorted()
        let small = isPublic ? Hiding.hidden(table: order.map { steps[$0] ?? [] }) : []
        self.steps = order.enumerated().map { row, step in
            let counts: [Int] = steps[step] ?? []
            return (step, counts.indices.map { small.contains([row, $0]) ? nil : counts[$0] })
        }
        channels = Self.rows(flows, isPublic: isPublic)
    }

    private static func rows(_ flows: [FigureStore.Flow], isPublic: Bool) -> [Row] {
        var byKey: [[Int]: Row] = [:]
        for flow in flows {
            let kind = FlowKind(deed: flow.deed, modality: flow.modality)
            byKey[[flow.channel, flow.modality], default: Row(channel: flow.channel, modality: flow.modality)].counts[kind.rawValue] +=
                flow.n
        }
        var rows = byKey.values.sorted { one, other in
            if one.modality != other.modality { return one.modality < other.modality }
            return one.total == other.total ? one.channel < other.channel : one.total > other.total
        }
        guard isPublic else { return rows }
        for cell in Hiding.hidden(table: rows.map { $0.counts }) { rows[cell[0]].hidden.insert(cell[1]) }
        return rows
    }

    private var totals: [Int] {
        FlowKind.allCases.map { kind in channels.map { $0.counts[kind.rawValue] }.reduce(0, +) }
    }

    private func share(_ modality: Modality) -> Double {
        let all = totals.reduce(0, +)
        let some = channels.filter { $0.modality == modality.rawValue }.map(\.total).reduce(0, +)
        return all == 0 ? 0 : Double(some) * 100 / Double(all)
    }

    func sentence(_ words: BoardWords) -> String {
        let all = totals.reduce(0, +)
        if all == 0 { return words.texts["boards.nothing"] }
        return words.texts(
            "boards.channels.sentence",
            ["n": words.number(all), "self": words.percent(share(.selfService)), "assisted": words.percent(share(.assisted))])
    }

    func figures(_ words: BoardWords) -> HTML {
        let texts = words.texts
        let titles = steps.map { step in
            if case .year = period { String(texts.item(step.title, of: "time.months").prefix(3)) } else { "\(step.title)" }
        }
        let series = [Modality.selfService, .assisted].enumerated().map { index, modality in
            Figures.Series(
                words.names.modality(modality.rawValue), steps.map { $0.modalities[index].map(Double.init) },
                tone: modality == .assisted ? .assisted : .selfService)
        }
        let groups = [Modality.selfService, .assisted].map { modality in
            Figures.BarGroup(
                channels.filter { $0.modality == modality.rawValue }.map { row in
                    Figures.Bar(
                        words.names.channel(row.channel), row.hidden.isEmpty ? Double(row.total) : nil)
                }, title: words.names.modality(modality.rawValue), tone: modality == .assisted ? .assisted : .selfService)
        }.filter { !$0.bars.isEmpty }
        return """
            \(words.figures.lines(
                .init(
                    id: "tiempo", caption: texts("boards.channels.lines", ["period": period.title(texts)]),
                    category: texts[isYear ? "boards.month.column" : "boards.day.column"], measure: texts["boards.interactions"]),
                periods: titles, series))
            \(words.figures.bars(
                .init(
                    id: "canales", caption: texts("boards.channels.bars", ["period": period.title(texts)]),
                    category: texts["boards.channel"], measure: texts["boards.interactions"]), groups))
            """
    }

    private var isYear: Bool { if case .year = period { true } else { false } }

    func table(_ words: BoardWords) -> BoardTable {
        let texts = words.texts
        let kinds = FlowKind.allCases
        let rows: [[BoardTable.Cell]] = channels.map { row in
            [.words(words.names.channel(row.channel)), .words(words.names.modality(row.modality))]
                + kinds.map { row.hidden.contains($0.rawValue) ? .hidden : .count(row.counts[$0.rawValue]) }
                + [row.hidden.isEmpty ? .count(row.total) : .hidden]
        }
        let sum: [BoardTable.Cell] =
            [.words(texts["boards.all"]), .words(texts["boards.recipe"])] + totals.map { .count($0) } + [.count(totals.reduce(0, +))]
        return BoardTable(
            columns: [
                .init(texts["boards.channel"], "channel", isNumeric: false), .init(texts["boards.modality"], "modality", isNumeric: false),
            ] + kinds.map { .init(texts[$0.title], $0.name) } + [.init(texts["boards.recipe.column"], "network_recipe")],
            rows: rows + [sum])
    }
}
