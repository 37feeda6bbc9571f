import Civic
import Markup
import Storage
import Web

/// Interactions by channel and modality over time.
struct ChannelBoard: Board {
    let kind = BoardKind.channels
    let period: Period
    /// By month of a year, or by day of a month: contacts by self-service and assisted, as far as they are told.
    let steps: [(title: Int, modalities: [Int])]
    /// A channel of a modality, with how many of each of the four kinds; nil where they are hidden.
    struct Row: Sendable {
        let channel: Int
        let modality: Int
        let counts: [Int?]

        /// What is told of it.
        var total: Int { counts.compactMap(\.self).reduce(0, +) }
    }

    let channels: [Row]
    /// Of everything, by kind and by modality.
    let totals: [Int]
    let modalities: [Int: Int]

    init(_ period: Period, isPublic: Bool, through last: Int, _ snapshot: Snapshot) throws {
        self.period = period
        let flows = try FigureStore().flows(period, through: last, snapshot)
        let keys = Set(flows.map { [$0.modality, $0.channel] }).sorted { ($0[0], $0[1]) < ($1[0], $1[1]) }
        let table = ToldTable(
            flows.compactMap { flow in
                keys.firstIndex(of: [flow.modality, flow.channel]).map { row in
                    ToldTable.Cell(
                        month: period.month(ofStep: flow.step), row: row,
                        column: FlowKind(deed: flow.deed, modality: flow.modality).rawValue,
                        n: flow.n)
                }
            }, rows: keys.count, columns: FlowKind.allCases.count, isPublic: isPublic)
        totals = table.columnSums
        modalities = keys.indices.reduce(into: [:]) { $0[keys[$1][0], default: 0] += table.rowSums[$1] }
        steps = Self.steps(period, flows, table, keys, isPublic: isPublic)
        channels = keys.indices.map { Row(channel: keys[$0][1], modality: keys[$0][0], counts: table.counts[$0]) }
            .sorted { ($0.modality, -$0.total, $0.channel) < ($1.modality, -$1.total, $1.channel) }
    }

    /// The months of a year tell what their channels tell; the days of a month are hidden among themselves.
    private static func steps(
        _ period: Period, _ flows: [FigureStore.Flow], _ table: ToldTable, _ keys: [[Int]], isPublic: Bool
    ) -> [(title: Int, modalities: [Int])] {
        let modalities = Modality.allCases.map(\.rawValue)
        if case .year = period {
            return table.months.keys.sorted().map { month in
                let rows = table.months[month] ?? []
                return (
                    Month(number: month).month,
                    modalities.map { modality in
                        ToldTable.told(keys.indices.filter { keys[$0][0] == modality }.flatMap { rows[$0] })
                    }
                )
            }
        }
        let days = FlowDays(flows, isPublic: isPublic)
        return days.days.indices.map { index in
            (
                days.days[index],
                modalities.map { modality in
                    ToldTable.told(days.keys.indices.filter { days.keys[$0].modality == modality }.map { days.counts[index][$0] })
                }
            )
        }
    }

    private func share(_ modality: Modality) -> Double {
        let all = totals.reduce(0, +)
        return all == 0 ? 0 : Double(modalities[modality.rawValue] ?? 0) * 100 / Double(all)
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
        let titles = steps.map { period.stepTitle($0.title, texts) }
        let series = [Modality.selfService, .assisted].enumerated().map { index, modality in
            Figures.Series(
                words.names.modality(modality.rawValue), steps.map { Double($0.modalities[index]) },
                tone: modality == .assisted ? .assisted : .selfService)
        }
        let groups = [Modality.selfService, .assisted].map { modality in
            Figures.BarGroup(
                channels.filter { $0.modality == modality.rawValue }.map { row in
                    Figures.Bar(
                        words.names.channel(row.channel), row.counts.contains(nil) ? nil : Double(row.total))
                }, title: words.names.modality(modality.rawValue), tone: modality == .assisted ? .assisted : .selfService)
        }.filter { !$0.bars.isEmpty }
        return """
            \(words.figures.lines(
                .init(
                    id: "tiempo", caption: texts("boards.channels.lines", ["period": period.title(texts)]),
                    category: texts[period.stepColumn], measure: texts["boards.interactions"]),
                periods: titles, series))
            \(words.figures.bars(
                .init(
                    id: "canales", caption: texts("boards.channels.bars", ["period": period.title(texts)]),
                    category: texts["boards.channel"], measure: texts["boards.interactions"]), groups))
            """
    }

    func table(_ words: BoardWords) -> BoardTable {
        let texts = words.texts
        let kinds = FlowKind.allCases
        let rows: [[BoardTable.Cell]] = channels.map { row in
            [.words(words.names.channel(row.channel)), .words(words.names.modality(row.modality))]
                + row.counts.map { $0.map { .count($0) } ?? .hidden } + [row.counts.contains(nil) ? .hidden : .count(row.total)]
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
