import Civic
import Markup
import Storage
import Web

/// How much was done without going to an office: acts (no visits of pages, no information) in channels that need no way, of all acts.
struct VisitBoard: Board {
    let kind = BoardKind.visits
    let period: Period
    /// By channel, those from afar first; nil where they are hidden.
    let rows: [(channel: Int, isFromAfar: Bool, n: Int?)]
    /// By month, of a hundred acts those from afar.
    private let months: [(month: Month, share: Double?)]
    private let afar: Int
    private let all: Int

    /// What somebody would have gone for.
    static let acts: Set<Int> = Set(
        [Deed.reception, .delivery, .transaction, .application, .payment, .booking, .complaint].map(\.number))
    /// Where one must go: an office, or a module that stands in one.
    private static let places: Set<Int> = Set([Channel.branch, .kiosk, .mobileOffice, .municipalPoint].map(\.number))

    init(_ period: Period, isPublic: Bool, through last: Int, _ snapshot: Snapshot) throws {
        self.period = period
        let flows = try FigureStore().flows(period, through: last, snapshot)
        let channels = Set(flows.map(\.channel)).sorted { (Self.places.contains($0) ? 1 : 0, $0) < (Self.places.contains($1) ? 1 : 0, $1) }
        let table = ToldTable(
            flows.compactMap { flow in
                channels.firstIndex(of: flow.channel).map {
                    ToldTable.Cell(
                        month: period.month(ofStep: flow.step), row: $0, column: Self.acts.contains(flow.deed) ? 0 : 1, n: flow.n)
                }
            }, rows: channels.count, columns: 2, isPublic: isPublic)
        rows = channels.indices.map { (channels[$0], !Self.places.contains(channels[$0]), table.counts[$0][0]) }.filter { $0.2 != 0 }
        months = table.months.sorted { $0.key < $1.key }.map { month, cells in
            let all = ToldTable.told(cells.map { $0[0] })
            let afar = ToldTable.told(channels.indices.filter { !Self.places.contains(channels[$0]) }.map { cells[$0][0] })
            return (Month(number: month), all == 0 ? nil : Double(afar) * 100 / Double(all))
        }
        all = ToldTable.told(rows.map(\.n))
        afar = ToldTable.told(rows.filter(\.isFromAfar).map(\.n))
    }

    func sentence(_ words: BoardWords) -> String {
        guard all > 0 else { return words.texts["boards.visits.nothing"] }
        return words.texts(
            "boards.visits.sentence",
            ["share": words.percent(Double(afar) * 100 / Double(all), decimals: 0), "count": words.number(all)])
    }

    func figures(_ words: BoardWords) -> HTML {
        if months.isEmpty { return HTML() }
        return Figures(texts: words.texts) { words.percent($0, decimals: 0) }.columns(
            .init(
                id: "sin-ir", caption: words.texts("boards.visits.columns", ["period": period.title(words.texts)]),
                category: words.texts["boards.month.column"], measure: words.texts["boards.visits.share"]),
            periods: months.map { String(words.texts.item($0.month.month, of: "time.months").prefix(3)) },
            .init(words.texts["boards.visits.share"], months.map(\.share), tone: .selfService))
    }

    func table(_ words: BoardWords) -> BoardTable {
        let texts = words.texts
        return BoardTable(
            columns: [
                .init(texts["boards.channel"], "channel", isNumeric: false), .init(texts["boards.visits.way"], "way", isNumeric: false),
                .init(texts["boards.visits.acts"], "acts"),
            ],
            rows: rows.map { row in
                [
                    .words(words.names.channel(row.channel)), .words(texts[row.isFromAfar ? "boards.visits.afar" : "boards.visits.place"]),
                    row.n.map { .count($0) } ?? .hidden,
                ]
            })
    }
}
