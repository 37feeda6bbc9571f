import Civic
import Markup
import Ports
import Web

/// What people look for, and what they do not find. A year is the sum of what its months tell.
struct SearchBoard: Board {
    let kind = BoardKind.searches
    let period: Period
    /// By how often they were asked.
    let searches: [SearchFigures.Search]

    /// So many lines.
    private static let shown = 30

    init(_ period: Period, months: [[SearchFigures.Search]]) {
        self.period = period
        var sums: [String: (asked: Int, vain: Int)] = [:]
        for search in months.joined() {
            sums[search.words, default: (0, 0)].asked += search.asked
            sums[search.words, default: (0, 0)].vain += search.vain
        }
        searches = sums.map { SearchFigures.Search(words: $0.key, asked: $0.value.asked, vain: $0.value.vain) }
            .sorted { ($1.asked, $0.words) < ($0.asked, $1.words) }
    }

    private var vain: [SearchFigures.Search] {
        Array(searches.filter { $0.vain > 0 }.sorted { ($1.vain, $0.words) < ($0.vain, $1.words) }.prefix(Self.shown))
    }

    private static func share(_ searches: [SearchFigures.Search]) -> Double? {
        let asked = searches.map(\.asked).reduce(0, +)
        return asked == 0 ? nil : Double(searches.map(\.vain).reduce(0, +)) * 100 / Double(asked)
    }

    func sentence(_ words: BoardWords) -> String {
        guard let first = searches.first, let share = Self.share(searches) else { return words.texts["boards.searches.nothing"] }
        return words.texts(
            "boards.searches.sentence", ["words": first.words, "count": words.number(first.asked), "share": words.percent(share)])
    }

    func figures(_ words: BoardWords) -> HTML {
        if searches.isEmpty { return HTML() }
        let bars = searches.prefix(10).map { Figures.Bar($0.words, Double($0.asked)) }
        return words.figures.bars(
            .init(
                id: "busquedas", caption: words.texts("boards.searches.bars", ["period": period.title(words.texts)]),
                category: words.texts["boards.searches.words"], measure: words.texts["boards.searches.asked"]),
            [Figures.BarGroup(Array(bars), tone: .selfService)])
    }

    func table(_ words: BoardWords) -> BoardTable { table(Array(searches.prefix(Self.shown)), words) }

    func more(_ words: BoardWords) -> HTML {
        if vain.isEmpty { return HTML() }
        let title = words.texts["boards.searches.vain.title"]
        return
            "<h2>\(title)</h2>\n<p>\(words.texts["boards.searches.vain.lead"])</p>\n\(words.html(table(vain, words), id: "en-vano", caption: title))"
    }

    private func table(_ searches: [SearchFigures.Search], _ words: BoardWords) -> BoardTable {
        let texts = words.texts
        return BoardTable(
            columns: [
                .init(texts["boards.searches.words"], "words", isNumeric: false), .init(texts["boards.searches.asked"], "asked"),
                .init(texts["boards.searches.vain"], "not_found"), .init(texts["boards.searches.share"], "not_found_percent"),
            ],
            rows: searches.map { search in
                [.words(search.words), .count(search.asked), .count(search.vain), Self.share([search]).map { .percent($0) } ?? .none]
            })
    }
}
