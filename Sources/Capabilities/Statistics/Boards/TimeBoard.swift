import Civic
import Markup
import Storage
import Web

/// How long people waited and were attended: the median and the time that nine of ten stay under.
struct TimeBoard: Board {
    let kind = BoardKind.times
    let period: Period

    struct Line: Sendable {
        let channel: Int
        /// By bin: waiting and attending.
        let waits: [Int]
        let attended: [Int]
    }

    let lines: [Line]

    init(_ period: Period, isPublic: Bool, through last: Int, _ snapshot: Snapshot) throws {
        self.period = period
        var lines: [Int: [Int: [Int]]] = [:]
        let cells = try FigureStore().times(period.months(through: last), snapshot)
        for (_, cells) in Dictionary(grouping: cells, by: { [$0.month, $0.channel, $0.kind] }) {
            // So few of a month are in no sum.
            if isPublic, cells.map(\.n).reduce(0, +) < Hiding.least { continue }
            for cell in cells {
                lines[cell.channel, default: [:]][cell.kind, default: Array(repeating: 0, count: Bins.starts.count)][cell.bin] += cell.n
            }
        }
        self.lines = lines.map { Line(channel: $0.key, waits: $0.value[1] ?? [], attended: $0.value[2] ?? []) }
            .sorted { $0.channel < $1.channel }
    }

    func sentence(_ words: BoardWords) -> String {
        let branch = lines.first { $0.channel == Channel.branch.number } ?? lines.first { !$0.waits.isEmpty }
        guard let branch, let median = Bins.quantile(0.5, of: branch.waits), let most = Bins.quantile(0.9, of: branch.waits) else {
            return words.texts["boards.nothing"]
        }
        return words.texts(
            "boards.times.sentence",
            ["channel": words.names.channel(branch.channel), "median": words.time(median), "most": words.time(most)])
    }

    func figures(_ words: BoardWords) -> HTML {
        let minutes = Figures(texts: words.texts) { words.time($0) }
        let waiting = lines.filter { !$0.waits.isEmpty }
        let groups = [("boards.times.median" as TextKey, 0.5), ("boards.times.most", 0.9)].map { title, share in
            Figures.BarGroup(
                waiting.map { Figures.Bar(words.names.channel($0.channel), Bins.quantile(share, of: $0.waits)) },
                title: words.texts[title], tone: .assisted)
        }
        return minutes.bars(
            .init(
                id: "esperas", caption: words.texts("boards.times.bars", ["period": period.title(words.texts)]),
                category: words.texts["boards.channel"], measure: words.texts["boards.times.wait"]), groups)
    }

    func table(_ words: BoardWords) -> BoardTable {
        let texts = words.texts
        func cells(_ counts: [Int]) -> [BoardTable.Cell] {
            [0.5, 0.9].map { share in Bins.quantile(share, of: counts).map { .seconds($0) } ?? .none } + [.count(counts.reduce(0, +))]
        }
        return BoardTable(
            columns: [
                .init(texts["boards.channel"], "channel", isNumeric: false), .init(texts["boards.times.wait.median"], "wait_median_s"),
                .init(texts["boards.times.wait.most"], "wait_p90_s"), .init(texts["boards.times.wait.n"], "waits"),
                .init(texts["boards.times.attended.median"], "attended_median_s"),
                .init(texts["boards.times.attended.most"], "attended_p90_s"), .init(texts["boards.times.attended.n"], "attended"),
            ],
            rows: lines.map { [.words(words.names.channel($0.channel))] + cells($0.waits) + cells($0.attended) })
    }
}
