import Civic
import Markup
import Storage
import Web

/// Whether matters are solved at once: per closed month, and with how much of it is not known.
struct ResolutionBoard: Board {
    let kind = BoardKind.resolution
    let period: Period
    private let months: [MonthMeasure]
    private let least: Int

    init(_ period: Period, isPublic: Bool, through last: Int, _ snapshot: Snapshot) throws {
        self.period = period
        least = isPublic ? Hiding.least : 1
        months = try MonthStore().measures(period.months(through: last), snapshot)
    }

    /// nil where so few are meant, or so few are not, that somebody could be known.
    private func share(_ part: Int, _ whole: Int) -> Double? {
        let isTold = [part, whole - part].allSatisfy { $0 == 0 || $0 >= least }
        return whole >= least && isTold ? Double(part) * 100 / Double(whole) : nil
    }

    func sentence(_ words: BoardWords) -> String {
        let (solved, journeys) = (months.map(\.solved).reduce(0, +), months.map(\.journeys).reduce(0, +))
        guard let share = share(solved, journeys) else { return words.texts["boards.resolution.nothing"] }
        return words.texts(
            "boards.resolution.sentence", ["share": words.percent(share, decimals: 0), "journeys": words.number(journeys)])
    }

    func figures(_ words: BoardWords) -> HTML {
        Figures(texts: words.texts) { words.percent($0, decimals: 0) }.columns(
            .init(
                id: "resolucion", caption: words.texts("boards.resolution.columns", ["period": period.title(words.texts)]),
                category: words.texts["boards.month.column"], measure: words.texts["boards.resolution.solved"]),
            periods: months.map { String(words.texts.item($0.month.month, of: "time.months").prefix(3)) },
            .init(words.texts["boards.resolution.solved"], months.map { share($0.solved, $0.journeys) }, tone: .assisted))
    }

    func table(_ words: BoardWords) -> BoardTable {
        let texts = words.texts
        func percent(_ part: Int, _ whole: Int) -> BoardTable.Cell { share(part, whole).map { .percent($0) } ?? .hidden }
        func count(_ number: Int) -> BoardTable.Cell { number == 0 || number >= least ? .count(number) : .hidden }
        return BoardTable(
            columns: [
                .init(texts["boards.month.column"], "month", isNumeric: false), .init(texts["boards.resolution.persons"], "persons"),
                .init(texts["boards.resolution.journeys"], "journeys"), .init(texts["boards.resolution.solved"], "solved_percent"),
                .init(texts["boards.resolution.repeated"], "repeated_percent"),
                .init(texts["boards.resolution.switched"], "switched_percent"),
                .init(texts["boards.resolution.unknown"], "unknown_percent"),
            ],
            rows: months.map { month in
                [
                    .words(month.month.iso), count(month.persons), count(month.journeys), percent(month.solved, month.journeys),
                    percent(month.repeated, month.journeys), percent(month.switched, month.journeys),
                    percent(month.contacts - min(month.known, month.contacts), month.contacts),
                ]
            })
    }
}
