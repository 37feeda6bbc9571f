import Civic
import Markup
import Storage
import Web

/// This period against another, with growth.
struct ComparisonBoard: Board {
    let kind = BoardKind.comparison
    let period: Period
    let other: Period
    /// By channel: how many in the other period and in this one; nil where they are hidden.
    let rows: [(channel: Int, modality: Int, before: Int?, after: Int?)]
    let totals: [Modality: (before: Int, after: Int)]

    init(_ period: Period, against other: Period, isPublic: Bool, through last: Int, _ snapshot: Snapshot) throws {
        self.period = period
        self.other = other
        let before = try ChannelBoard(other, isPublic: isPublic, through: last, snapshot)
        let after = try ChannelBoard(period, isPublic: isPublic, through: last, snapshot)
        let keys = Set((before.channels + after.channels).map { [$0.modality, $0.channel] })
        func told(_ board: ChannelBoard, _ key: [Int]) -> Int? {
            guard let row = board.channels.first(where: { [$0.modality, $0.channel] == key }) else { return 0 }
            return row.counts.contains(nil) ? nil : row.total
        }
        rows = keys.map { ($0[1], $0[0], told(before, $0), told(after, $0)) }
            .sorted { ($0.modality, -($0.after ?? 0), $0.channel) < ($1.modality, -($1.after ?? 0), $1.channel) }
        totals = Dictionary(
            uniqueKeysWithValues: Modality.allCases.map {
                ($0, (before.modalities[$0.rawValue] ?? 0, after.modalities[$0.rawValue] ?? 0))
            })
    }

    /// In percent; nil when there was nothing before.
    static func growth(_ before: Int, _ after: Int) -> Double? {
        before == 0 ? nil : (Double(after) / Double(before) - 1) * 100
    }

    private func growth(_ modality: Modality) -> Double? { totals[modality].flatMap { Self.growth($0.before, $0.after) } }

    func sentence(_ words: BoardWords) -> String {
        guard let own = growth(.selfService), let assisted = growth(.assisted) else { return words.texts["boards.comparison.nothing"] }
        return words.texts(
            "boards.comparison.sentence",
            [
                "self": words.growth(own), "assisted": words.growth(assisted), "period": period.title(words.texts),
                "other": other.title(words.texts),
            ])
    }

    func figures(_ words: BoardWords) -> HTML {
        let groups = Modality.allCases.map { modality in
            Figures.BarGroup(
                [
                    Figures.Bar(other.title(words.texts), totals[modality].map { Double($0.before) }),
                    Figures.Bar(period.title(words.texts), totals[modality].map { Double($0.after) }),
                ], title: words.names.modality(modality.rawValue), tone: modality == .assisted ? .assisted : .selfService)
        }
        return words.figures.bars(
            .init(
                id: "comparacion",
                caption: words.texts(
                    "boards.comparison.bars", ["period": period.title(words.texts), "other": other.title(words.texts)]),
                category: words.texts["boards.period"], measure: words.texts["boards.interactions"]), groups)
    }

    func table(_ words: BoardWords) -> BoardTable {
        let texts = words.texts
        func row(_ name: String, _ modality: Int, _ before: Int?, _ after: Int?) -> [BoardTable.Cell] {
            let growth: BoardTable.Cell
            if let before, let after { growth = Self.growth(before, after).map { .percent($0) } ?? .none } else { growth = .hidden }
            return [
                .words(name), .words(words.names.modality(modality)), before.map { .count($0) } ?? .hidden,
                after.map { .count($0) } ?? .hidden,
                growth,
            ]
        }
        return BoardTable(
            columns: [
                .init(texts["boards.channel"], "channel", isNumeric: false), .init(texts["boards.modality"], "modality", isNumeric: false),
                .init(other.title(texts), "before"), .init(period.title(texts), "after"), .init(texts["boards.growth"], "growth_percent"),
            ],
            rows: rows.map { row(words.names.channel($0.channel), $0.modality, $0.before, $0.after) }
                + Modality.allCases.map { modality in
                    row(texts["boards.all"], modality.rawValue, totals[modality]?.before, totals[modality]?.after)
                })
    }
}
