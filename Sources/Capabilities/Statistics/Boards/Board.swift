import Civic
import Markup
import Web

/// A question that the figures of the network answer: what it is called, how its numbers are meant, its drawings and its table.
protocol Board: Sendable {
    var kind: BoardKind { get }
    var period: Period { get }
    /// One sentence that says what the numbers show.
    func sentence(_ words: BoardWords) -> String
    /// The drawings; empty when there is nothing to draw.
    func figures(_ words: BoardWords) -> HTML
    func table(_ words: BoardWords) -> BoardTable
    /// Further tables or lists under the first.
    func more(_ words: BoardWords) -> HTML
}

extension Board {
    func more(_ words: BoardWords) -> HTML { HTML() }
}

/// The boards, by the word of their addresses.
public enum BoardKind: String, Sendable, CaseIterable {
    case channels = "canales"
    case comparison = "comparacion"
    case products = "productos"
    case times = "tiempos"
    case outcomes = "resultados"
    case hours = "horas"
    case territory = "territorio"
    case coverage = "cobertura"
    case satisfaction = "satisfaccion"
    case resolution = "resolucion"
    case visits = "sin-ir"
    case searches = "busquedas"

    var title: TextKey {
        switch self {
        case .channels: "boards.channels.title"
        case .comparison: "boards.comparison.title"
        case .products: "boards.products.title"
        case .times: "boards.times.title"
        case .outcomes: "boards.outcomes.title"
        case .hours: "boards.hours.title"
        case .territory: "boards.territory.title"
        case .coverage: "boards.coverage.title"
        case .satisfaction: "boards.satisfaction.title"
        case .resolution: "boards.resolution.title"
        case .visits: "boards.visits.title"
        case .searches: "boards.searches.title"
        }
    }

    var about: TextKey {
        switch self {
        case .channels: "boards.channels.about"
        case .comparison: "boards.comparison.about"
        case .products: "boards.products.about"
        case .times: "boards.times.about"
        case .outcomes: "boards.outcomes.about"
        case .hours: "boards.hours.about"
        case .territory: "boards.territory.about"
        case .coverage: "boards.coverage.about"
        case .satisfaction: "boards.satisfaction.about"
        case .resolution: "boards.resolution.about"
        case .visits: "boards.visits.about"
        case .searches: "boards.searches.about"
        }
    }

    /// How the numbers are meant.
    var definition: TextKey {
        switch self {
        case .channels: "boards.channels.definition"
        case .comparison: "boards.comparison.definition"
        case .products: "boards.products.definition"
        case .times: "boards.times.definition"
        case .outcomes: "boards.outcomes.definition"
        case .hours: "boards.hours.definition"
        case .territory: "boards.territory.definition"
        case .coverage: "boards.coverage.definition"
        case .satisfaction: "boards.satisfaction.definition"
        case .resolution: "boards.resolution.definition"
        case .visits: "boards.visits.definition"
        case .searches: "boards.searches.definition"
        }
    }
}

/// What boards say with: the words of the language, the names of the record's codes, of products and of places.
struct BoardWords: Sendable {
    let texts: Texts
    let names: RecordNames
    let products: [Int64: String]
    let territory: Territory

    var figures: Figures { Figures(texts: texts) { [texts] in texts.number($0, decimals: 0) } }

    func number(_ count: Int) -> String { texts.number(count) }

    func percent(_ value: Double, decimals: Int = 1) -> String {
        texts("boards.percent", ["n": texts.number(value, decimals: decimals)])
    }

    /// With its sign: `+577 %`.
    func growth(_ value: Double) -> String { (value > 0 ? "+" : "") + percent(value, decimals: abs(value) < 10 ? 1 : 0) }

    /// `4 min 20 s`.
    func time(_ seconds: Double) -> String {
        let whole = Int(seconds.rounded())
        if whole < 60 { return texts("boards.seconds", ["s": "\(whole)"]) }
        if whole < 3600 { return texts("boards.minutes", ["m": "\(whole / 60)", "s": "\(whole % 60)"]) }
        return texts("boards.hours", ["h": "\(whole / 3600)", "m": "\(whole % 3600 / 60)"])
    }

    func product(_ number: Int64) -> String { products[number] ?? texts("boards.product.unknown", ["number": "\(number)"]) }

    func cell(_ cell: BoardTable.Cell) -> HTML {
        switch cell {
        case .words(let words): HTML(text: words)
        case .count(let count): HTML(text: number(count))
        case .percent(let value): HTML(text: percent(value))
        case .seconds(let value): HTML(text: time(value))
        case .decimal(let value): HTML(text: texts.number(value))
        case .hidden: "<span class=\"quiet\">\(texts["boards.hidden"])</span>"
        case .none: "<span class=\"quiet\">\(texts["boards.none"])</span>"
        }
    }

    func html(_ table: BoardTable, id: String, caption: String) -> HTML {
        DataTable.framed(
            id: id, caption: caption, columns: table.columns.map { DataTable.Column($0.words, isNumeric: $0.isNumeric) },
            rows: table.rows.map { $0.map(cell) })
    }
}
