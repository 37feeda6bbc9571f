import Civic
import Markup
import Ports
import Storage
import Web

/// Contacts by where they were attended: regions, the comunas of one of them, and their points of service.
struct TerritoryBoard: Board {
    let kind = BoardKind.territory
    let period: Period
    let region: Territory.Region?
    private let regions: [RegionCode: Int]
    private let communes: [CommuneCode: Int]
    private let points: [(point: ServicePoints.Point, n: Int?)]
    private let population: [CommuneCode: Int]
    private let country: RegionMap?
    private let map: CommuneMap?

    /// The cells are the points in a month: what is hidden there is in no sum.
    init(
        _ period: Period, region: Territory.Region?, places: [ServicePoints.Point], territory: Territory, outlines: Outlines,
        isPublic: Bool,
        through last: Int, _ snapshot: Snapshot
    ) throws {
        self.period = period
        self.region = region
        let byNumber = Dictionary(places.map { ($0.number, $0) }) { first, _ in first }
        let told = try ToldPoints.counts(period.months(through: last), isPublic: isPublic, snapshot)
        var communes: [CommuneCode: Int] = [:]
        for (point, n) in told {
            if let commune = byNumber[point]?.commune { communes[commune, default: 0] += n }
        }
        self.communes = communes
        var regions: [RegionCode: Int] = [:]
        for (code, n) in communes {
            if let commune = territory.commune(code) { regions[commune.region, default: 0] += n }
        }
        self.regions = regions
        let inside = places.filter { point in
            region == nil ? point.commune == nil : point.commune.flatMap { territory.commune($0)?.region } == region?.code
        }
        points = inside.map { ($0, told[$0.number]) }.filter { $0.n != nil }.sorted {
            ($1.n ?? 0, $0.point.number) < ($0.n ?? 0, $1.point.number)
        }
        let year = min(max(period.months.lowerBound / 12, territory.populationYears.lowerBound), territory.populationYears.upperBound)
        population = Dictionary(
            uniqueKeysWithValues: territory.communes.map { ($0.code, territory.population(of: $0.code, in: year) ?? 0) })
        country = region == nil ? try outlines.country() : nil
        map = try region.map { CommuneMap($0.code, try outlines.communes(), territory: territory) }
    }

    private func people(_ region: RegionCode, _ territory: Territory) -> Int {
        territory.communes(of: region).map { population[$0.code] ?? 0 }.reduce(0, +)
    }

    private static func perThousand(_ n: Int, _ people: Int) -> Double? { people == 0 ? nil : Double(n) * 1000 / Double(people) }

    func sentence(_ words: BoardWords) -> String {
        let texts = words.texts
        if let region {
            let n = regions[region.code] ?? 0
            return texts("boards.territory.region", ["n": words.number(n), "region": texts.item(region.order, of: "figures.regions")])
        }
        let shares = words.territory.regions.compactMap { region in
            Self.perThousand(regions[region.code] ?? 0, people(region.code, words.territory)).map { (region, $0) }
        }
        guard let most = shares.max(by: { $0.1 < $1.1 }), most.1 > 0 else { return texts["boards.nothing"] }
        return texts(
            "boards.territory.sentence",
            ["region": texts.item(most.0.order, of: "figures.regions"), "n": texts.number(most.1, decimals: 0)])
    }

    func figures(_ words: BoardWords) -> HTML {
        let texts = words.texts
        let described = Figures.Words(
            id: "mapa", caption: texts("boards.territory.map", ["period": period.title(texts)]),
            category: texts[region == nil ? "boards.region" : "boards.commune"], measure: texts["boards.territory.perThousand"])
        if let country {
            let values = words.territory.regions.compactMap { region in
                Self.perThousand(regions[region.code] ?? 0, people(region.code, words.territory)).map { (region.code, $0) }
            }
            return words.figures.map(described, country, values: Dictionary(uniqueKeysWithValues: values)) { code in
                texts.address("/estadisticas/territorio/\(period.code)/\(code)")
            }
        }
        guard let map else { return HTML() }
        let values = communes.compactMap { code, n in Self.perThousand(n, population[code] ?? 0).map { (code, $0) } }
        return words.figures.map(described, map, values: Dictionary(uniqueKeysWithValues: values))
    }

    func table(_ words: BoardWords) -> BoardTable {
        let texts = words.texts
        let columns: [BoardTable.Column] = [
            .init(texts["boards.interactions"], "interactions"), .init(texts["boards.people"], "people"),
            .init(texts["boards.territory.perThousand"], "per_thousand_people"),
        ]
        func row(_ code: String, _ name: String, _ n: Int, _ people: Int) -> [BoardTable.Cell] {
            [.words(code), .words(name), .count(n), .count(people), Self.perThousand(n, people).map { .decimal($0) } ?? .none]
        }
        guard let region else {
            return BoardTable(
                columns: [.init("CUT", "cut", isNumeric: false), .init(texts["boards.region"], "region", isNumeric: false)] + columns,
                rows: words.territory.regions.map { region in
                    row(
                        "\(region.code)", texts.item(region.order, of: "figures.regions"), regions[region.code] ?? 0,
                        people(region.code, words.territory))
                })
        }
        return BoardTable(
            columns: [.init("CUT", "cut", isNumeric: false), .init(texts["boards.commune"], "commune", isNumeric: false)] + columns,
            rows: words.territory.communes(of: region.code).map { commune in
                row("\(commune.code)", commune.name, communes[commune.code] ?? 0, population[commune.code] ?? 0)
            })
    }

    func more(_ words: BoardWords) -> HTML {
        guard !points.isEmpty else { return HTML() }
        let texts = words.texts
        let table = BoardTable(
            columns: [
                .init(texts["boards.point"], "point", isNumeric: false), .init(texts["boards.interactions"], "interactions"),
            ], rows: points.map { [.words($0.point.name), $0.n.map { .count($0) } ?? .hidden] })
        return """
            <h2>\(texts[region == nil ? "boards.territory.national" : "boards.territory.points"])</h2>
            \(words.html(table, id: "puntos", caption: texts("boards.territory.points.caption", ["period": period.title(texts)])))
            """
    }
}
