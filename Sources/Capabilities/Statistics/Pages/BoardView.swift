import Civic
import Markup
import Web

/// A board as a page: what it shows, drawn and in numbers, how it is meant, and the way to its file and to other periods.
struct BoardView {
    let texts: Texts
    let address: BoardAddress
    let question: BoardDesk.Question
    let answer: BoardDesk.Answer
    let territory: Territory
    let extent: ClosedRange<Int>
    let isLive: Bool

    var page: Page {
        let words = BoardWords(answer, texts, territory)
        let board = answer.board
        let title = title(board)
        let table = board.table(words)
        var page = Page(
            title: title, summary: board.sentence(words), path: address.board(question),
            trail: (isLive ? [Link(texts.address("/mesa"), texts["desk.title"])] : []) + [
                Link(texts.address(address.index()), texts["boards.title"])
            ],
            main: """
                <div class="wide">
                <h1>\(title)</h1>
                \(when: answer.isSynthetic, Alert.box(.attention, "<p>\(texts["boards.synthetic"])</p>", texts: texts))\
                <p class="lead">\(board.sentence(words))</p>
                \(board.figures(words))
                \(when: !table.rows.isEmpty, "<h2>\(texts["boards.numbers"])</h2>\n\(words.html(table, id: "cifras", caption: title))\n")\
                \(board.more(words))
                <p><a href="\(texts.address(address.board(question, isFile: true)))">\(texts["boards.csv"])</a></p>
                <h2>\(texts["boards.how"])</h2>
                <p>\(texts[board.kind.definition])</p>
                <p>\(texts(isLive ? "boards.live" : "boards.closed", ["day": texts.short(answer.last), "least": "\(Hiding.least)"]))</p>
                \(periods)
                </div>
                """)
        page.alternates = [Alternate("text/csv", texts.address(address.board(question, isFile: true)), title: title)]
        return page
    }

    private func title(_ board: any Board) -> String {
        let name = texts[board.kind.title]
        let period = board.period.title(texts)
        if let other = question.other {
            return texts("boards.titled.against", ["name": name, "period": period, "other": other.title(texts)])
        }
        if let region = question.region.flatMap({ territory.region($0) }) {
            return texts("boards.titled.in", ["name": name, "period": period, "region": texts.item(region.order, of: "figures.regions")])
        }
        return texts("boards.titled", ["name": name, "period": period])
    }

    /// Ways to the other periods: the years that there are, and the months of this one.
    private var periods: HTML {
        let year = question.period.months.lowerBound / 12
        let months = (0..<12).map { Month(number: year * 12 + $0) }.filter {
            $0.first.number <= extent.upperBound && $0.last.number >= extent.lowerBound
        }
        return """
            <nav aria-labelledby="periodos"><h2 id="periodos">\(texts["boards.periods"])</h2>
            <p>\(each: answer.years, { link(.year($0), "\($0)") })</p>
            <p>\(each: months, { link(.month($0), texts.item($0.month, of: "time.months")) })</p></nav>
            """
    }

    private func link(_ period: Period, _ words: String) -> HTML {
        let other = BoardDesk.Question(
            kind: question.kind, period: period, other: question.other == nil ? nil : period.yearBefore, region: question.region)
        return
            "<a href=\"\(texts.address(address.board(other)))\"\(Attribute("aria-current", period == question.period ? "page" : nil))>\(words)</a> "
    }
}

/// All boards, with what each answers.
struct BoardIndexView {
    let texts: Texts
    let address: BoardAddress
    let extent: ClosedRange<Int>?
    let isLive: Bool

    var page: Page {
        Page(
            title: texts["boards.title"], summary: texts["boards.lead"], path: address.index(),
            trail: isLive ? [Link(texts.address("/mesa"), texts["desk.title"])] : [],
            main: """
                <div class="wide">
                <h1>\(texts["boards.title"])</h1>
                <p class="lead">\(texts[isLive ? "boards.lead.live" : "boards.lead"])</p>
                \(extent.map(cards) ?? EmptyState.box(texts["boards.empty.title"], "<p>\(texts["boards.empty"])</p>"))
                \(when: !isLive, "<p><a href=\"\(texts.address("/estadisticas/datos"))\">\(texts["openFigures.title"])</a></p>")
                </div>
                """)
    }

    private func cards(_ extent: ClosedRange<Int>) -> HTML {
        let period = Period.year(Day(number: extent.upperBound).year)
        return Card.list(
            BoardKind.allCases.map { kind in
                let question = BoardDesk.Question(kind: kind, period: period, other: kind == .comparison ? period.yearBefore : nil)
                return (Link(texts.address(address.board(question)), texts[kind.title]), texts[kind.about])
            })
    }
}
