import Civic
import Markup
import Ports
import Storage
import Web

/// How contacts ended, by channel.
struct OutcomeBoard: Board {
    let kind = BoardKind.outcomes
    let period: Period
    let channels: [Int]
    let outcomes: [Int]
    /// By channel and outcome; nil where they are hidden.
    let counts: [[Int?]]
    let totals: [Int]
    /// Of attentions that were coded again, blind.
    let agreement: CodingAgreement.Reading
    let reversals: Reversals.Reading

    init(
        _ period: Period, agreement: CodingAgreement.Reading, reversals: Reversals.Reading, isPublic: Bool, through last: Int,
        _ snapshot: Snapshot
    ) throws {
        self.period = period
        self.agreement = agreement
        self.reversals = reversals
        let rows = try period.months(through: last).flatMap { number in
            let month = Month(number: number)
            return try FigureStore().outcomes(month.first.number...month.last.number, through: last, snapshot).filter { $0.n > 0 }
                .map { (month: number, channel: $0.channel, outcome: $0.outcome, n: $0.n) }
        }
        let outcomes = Set(rows.map(\.outcome)).sorted()
        let channels = Set(rows.map(\.channel)).sorted()
        let cells = rows.compactMap { row -> ToldTable.Cell? in
            guard let channel = channels.firstIndex(of: row.channel), let outcome = outcomes.firstIndex(of: row.outcome) else { return nil }
            return ToldTable.Cell(month: row.month, row: channel, column: outcome, n: row.n)
        }
        let table = ToldTable(cells, rows: channels.count, columns: outcomes.count, isPublic: isPublic)
        (self.channels, self.outcomes) = (channels, outcomes)
        (counts, totals) = (table.counts, table.rowSums)
    }

    /// The share that ended resolved, of those of which it is known how they ended.
    private func resolved(_ row: Int) -> Double? {
        let unknown = outcomes.firstIndex(of: Outcome.unknown.number).map { counts[row][$0] ?? 0 } ?? 0
        guard let index = outcomes.firstIndex(of: Outcome.resolved.number), let n = counts[row][index], totals[row] > unknown else {
            return nil
        }
        return Double(n) * 100 / Double(totals[row] - unknown)
    }

    func sentence(_ words: BoardWords) -> String {
        let known = channels.indices.compactMap { row in resolved(row).map { (row, $0) } }
        guard let best = known.max(by: { $0.1 < $1.1 }), let least = known.min(by: { $0.1 < $1.1 }) else {
            return words.texts["boards.nothing"]
        }
        guard known.count > 1 else {
            return words.texts(
                "boards.outcomes.one",
                ["channel": words.names.channel(channels[best.0]), "share": words.percent(best.1, decimals: 0)])
        }
        return words.texts(
            "boards.outcomes.sentence",
            [
                "best": words.names.channel(channels[best.0]), "high": words.percent(best.1, decimals: 0),
                "least": words.names.channel(channels[least.0]), "low": words.percent(least.1, decimals: 0),
            ])
    }

    func figures(_ words: BoardWords) -> HTML {
        let percent = Figures(texts: words.texts) { words.percent($0, decimals: 0) }
        return percent.bars(
            .init(
                id: "resueltas", caption: words.texts("boards.outcomes.bars", ["period": period.title(words.texts)]),
                category: words.texts["boards.channel"], measure: words.texts["boards.outcomes.share"]),
            [Figures.BarGroup(channels.indices.map { Figures.Bar(words.names.channel(channels[$0]), resolved($0)) })])
    }

    func more(_ words: BoardWords) -> HTML { "\(undone(words))\n\(agreed(words))" }

    /// Refusals, and what became of those that were appealed.
    private func undone(_ words: BoardWords) -> HTML {
        let texts = words.texts
        let title = texts["boards.reversals.title"]
        let told =
            [
                reversals.decided > 0 ? ("boards.reversals.refused", reversals.refused, reversals.decided) : nil,
                reversals.answered > 0 ? ("boards.reversals.reversed", reversals.reversed, reversals.answered) : nil,
            ] as [(TextKey, Int, Int)?]
        let rows = told.compactMap(\.self)
        guard !rows.isEmpty else { return "<h2>\(title)</h2>\n<p>\(texts["boards.reversals.few"])</p>" }
        let table = BoardTable(
            columns: [
                .init(texts["boards.reversals.what"], "what", isNumeric: false), .init(texts["boards.reversals.n"], "n"),
                .init(texts["boards.reversals.of"], "of"), .init(texts["boards.reversals.share"], "percent"),
            ],
            rows: rows.map { name, n, all in
                [.words(texts[name]), .count(n), .count(all), .percent(Double(n) * 100 / Double(all))]
            })
        return """
            <h2>\(title)</h2>
            <p>\(texts["boards.reversals.lead"])</p>
            \(words.html(table, id: "rechazos", caption: title))
            """
    }

    private func agreed(_ words: BoardWords) -> HTML {
        let texts = words.texts
        let title = texts["boards.agreement.title"]
        guard agreement.coded > 0 else { return "<h2>\(title)</h2>\n<p>\(texts["boards.agreement.few"])</p>" }
        func share(_ same: Int) -> BoardTable.Cell { .percent(Double(same) * 100 / Double(agreement.coded)) }
        let table = BoardTable(
            columns: [
                .init(texts["boards.agreement.what"], "coded", isNumeric: false), .init(texts["boards.agreement.share"], "same_percent"),
            ],
            rows: [
                [.words(texts["boards.agreement.product"]), share(agreement.products)],
                [.words(texts["boards.agreement.deed"]), share(agreement.deeds)],
                [.words(texts["boards.agreement.outcome"]), share(agreement.outcomes)],
            ])
        return """
            <h2>\(title)</h2>
            <p>\(texts("boards.agreement.lead", count: agreement.coded))</p>
            \(words.html(table, id: "acuerdo", caption: title))
            """
    }

    func table(_ words: BoardWords) -> BoardTable {
        BoardTable(
            columns: [.init(words.texts["boards.channel"], "channel", isNumeric: false)]
                + outcomes.map { .init(words.names.outcome($0), words.names.name($0, of: .outcome)) }
                + [.init(words.texts["boards.outcomes.share"], "resolved_percent")],
            rows: channels.indices.map { row in
                [.words(words.names.channel(channels[row]))] + counts[row].map { $0.map { .count($0) } ?? .hidden }
                    + [resolved(row).map { .percent($0) } ?? .none]
            })
    }
}
