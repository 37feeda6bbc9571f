import Civic
import Markup
import Storage
import Web

/// The five products that were asked for most in each channel; those that lead in several channels stand out.
struct ProductBoard: Board {
    let kind = BoardKind.products
    let period: Period
    static let most = 5

    struct Place: Sendable {
        let deed: Int
        let product: Int64
        let n: Int
    }

    /// By channel, the busiest first.
    let channels: [(channel: Int, total: Int, places: [Place])]

    init(_ period: Period, isPublic: Bool, through last: Int, _ snapshot: Snapshot) throws {
        self.period = period
        let end = Month(of: Day(number: last)).number
        let months = period.months
        guard months.lowerBound <= end else {
            channels = []
            return
        }
        let cells = try ProductCells(months.lowerBound...min(months.upperBound, end), isPublic: isPublic, snapshot)
        channels = Dictionary(grouping: cells.counts, by: \.key.channel).map { channel, counts in
            let places = counts.map { Place(deed: $0.key.deed, product: $0.key.product, n: $0.value) }
                .sorted { ($1.n, $0.product, $0.deed) < ($0.n, $1.product, $1.deed) }
            return (channel, counts.map(\.value).reduce(0, +), Array(places.prefix(Self.most)))
        }.sorted { ($1.total, $0.channel) < ($0.total, $1.channel) }
    }

    /// In how many channels each product is among the first five, and leads.
    private var standing: [[Int64]: (among: Int, leads: Int)] {
        var standing: [[Int64]: (among: Int, leads: Int)] = [:]
        for channel in channels {
            for (index, place) in channel.places.enumerated() {
                let key = [Int64(place.deed), place.product]
                let old = standing[key] ?? (0, 0)
                standing[key] = (old.among + 1, old.leads + (index == 0 ? 1 : 0))
            }
        }
        return standing
    }

    /// What leads in most channels, when that is more than one.
    private var leader: (deed: Int, product: Int64, leads: Int)? {
        standing.filter { $0.value.leads > 1 }.max { ($0.value.leads, $1.key[1]) < ($1.value.leads, $0.key[1]) }
            .map { (Int($0.key[0]), $0.key[1], $0.value.leads) }
    }

    private func name(_ deed: Int, _ product: Int64, _ words: BoardWords) -> String {
        words.texts("boards.products.name", ["deed": words.names.deed(deed), "product": words.product(product)])
    }

    func sentence(_ words: BoardWords) -> String {
        if channels.isEmpty { return words.texts["boards.nothing"] }
        guard let leader else { return words.texts["boards.products.noLeader"] }
        return words.texts(
            "boards.products.sentence", count: leader.leads,
            ["name": name(leader.deed, leader.product, words), "channels": words.number(channels.count)])
    }

    func figures(_ words: BoardWords) -> HTML {
        let standing = standing
        let cards = channels.map { channel -> HTML in
            """
            <li><h3>\(words.names.channel(channel.channel))</h3>
            <ol>
            \(each: channel.places, { place in
                let stands = standing[[Int64(place.deed), place.product]] ?? (0, 0)
                return "<li>\(named(place, stands, words)) <span class=\"quiet\">\(words.number(place.n))</span></li>\n"
            })</ol></li>

            """
        }
        return "<h2>\(words.texts["boards.products.five"])</h2>\n<ul class=\"cards\">\n\(cards.joined())</ul>\n"
    }

    private func named(_ place: Place, _ stands: (among: Int, leads: Int), _ words: BoardWords) -> HTML {
        let name: HTML = "\(words.names.deed(place.deed)): <span\(words.texts.lang())>\(words.product(place.product))</span>"
        if stands.leads > 1 {
            return "<mark>\(name)</mark> <strong>\(words.texts("boards.products.leads", count: stands.leads))</strong>"
        }
        return stands.among > 1 ? "<mark>\(name)</mark> \(words.texts("boards.products.among", count: stands.among))" : name
    }

    func table(_ words: BoardWords) -> BoardTable {
        let texts = words.texts
        let standing = standing
        let rows = channels.flatMap { channel in
            channel.places.enumerated().map { index, place -> [BoardTable.Cell] in
                let stands = standing[[Int64(place.deed), place.product]] ?? (0, 0)
                return [
                    .words(words.names.channel(channel.channel)), .count(index + 1), .words(words.names.deed(place.deed)),
                    .words(words.product(place.product)), .count(place.n),
                    .percent(channel.total == 0 ? 0 : Double(place.n) * 100 / Double(channel.total)), .count(stands.among),
                    .count(stands.leads),
                ]
            }
        }
        return BoardTable(
            columns: [
                .init(texts["boards.channel"], "channel", isNumeric: false), .init(texts["boards.products.place"], "place"),
                .init(texts["boards.products.deed"], "deed", isNumeric: false),
                .init(texts["boards.products.product"], "product", isNumeric: false), .init(texts["boards.interactions"], "interactions"),
                .init(texts["boards.products.share"], "share_percent"), .init(texts["boards.products.channels"], "channels_top_five"),
                .init(texts["boards.products.leading"], "channels_leading"),
            ], rows: rows)
    }
}
