import Civic
import Markup
import Ports
import Storage
import Web

/// In how many comunas the State is there in a way that counts: a place that attended people in the month. Which are missing, by how many
/// people live there.
struct CoverageBoard: Board {
    let kind = BoardKind.coverage
    let period: Period

    struct Place: Sendable {
        let commune: Territory.Commune
        let people: Int
        /// nil when so few were attended that it is not told.
        let served: Int
        /// As far as it is told.
        let told: Int
        let points: Int
        /// Hours that its points are open in a usual week, as far as they were stated.
        let hours: Double?
        /// Straight kilometres to the nearest comuna that is covered.
        let kilometres: Double?

        var isCovered: Bool { served >= Hiding.least }
    }

    /// The share that is aimed at, of a hundred comunas.
    static let goal = 90.0
    /// Within so many minutes of a comuna that counts, somebody is near.
    static let near = 60.0
    let places: [Place]
    /// Straight kilometres of an hour's way, as the State that runs this supposes them.
    let speed: Int

    init(
        _ period: Period, places: [ServicePoints.Point], territory: Territory, speed: Int, isPublic: Bool, through last: Int,
        _ snapshot: Snapshot
    ) throws {
        self.speed = speed
        // Presence is of a month: of a year it is that of its last one.
        let month = max(period.months.lowerBound, min(period.months.upperBound, Month(of: Day(number: last)).number))
        self.period = .month(Month(number: month))
        let byNumber = Dictionary(places.map { ($0.number, $0) }) { first, _ in first }
        var served: [CommuneCode: Int] = [:]
        for row in try FigureStore().points(month...month, snapshot) {
            if let commune = byNumber[row.point]?.commune { served[commune, default: 0] += row.n }
        }
        let told = try ToldPoints.counts(month...month, isPublic: isPublic, snapshot)
            .reduce(into: [:] as [CommuneCode: Int]) { sums, point in
                if let commune = byNumber[point.key]?.commune { sums[commune, default: 0] += point.value }
            }
        let here = Dictionary(grouping: places.filter { $0.commune != nil }) { $0.commune }
        let year = min(max(month / 12, territory.populationYears.lowerBound), territory.populationYears.upperBound)
        let covered = territory.communes.filter { (served[$0.code] ?? 0) >= Hiding.least }
        self.places = territory.communes.map { commune in
            let points = here[commune.code] ?? []
            let minutes = points.compactMap(\.weeklyMinutes)
            let n = served[commune.code] ?? 0
            return Place(
                commune: commune, people: territory.population(of: commune.code, in: year) ?? 0, served: n, told: told[commune.code] ?? 0,
                points: points.count,
                hours: minutes.isEmpty ? nil : Double(minutes.reduce(0, +)) / 60,
                kilometres: n >= Hiding.least ? nil : covered.map { GreatCircle.kilometres(commune.point, $0.point) }.min())
        }
    }

    private var share: Double {
        places.isEmpty ? 0 : Double(places.count(where: \.isCovered)) * 100 / Double(places.count)
    }

    private var missing: [Place] {
        places.filter { !$0.isCovered }.sorted { ($1.people, $0.commune.code) < ($0.people, $1.commune.code) }
    }

    private var peopleShare: Double {
        let all = places.map(\.people).reduce(0, +)
        return all == 0 ? 0 : Double(places.filter(\.isCovered).map(\.people).reduce(0, +)) * 100 / Double(all)
    }

    /// The estimated way to the nearest comuna that is covered, in minutes; nil of one that is, and where none is.
    private func minutes(_ place: Place) -> Double? { place.kilometres.map { $0 * 60 / Double(speed) } }

    /// Of all people, the share that lives in no comuna that is covered, but near one.
    private var nearShare: Double {
        let all = places.map(\.people).reduce(0, +)
        let near = places.filter { (minutes($0) ?? .infinity) <= Self.near }.map(\.people).reduce(0, +)
        return all == 0 ? 0 : Double(near) * 100 / Double(all)
    }

    func sentence(_ words: BoardWords) -> String {
        words.texts(
            "boards.coverage.sentence",
            [
                "covered": words.number(places.count(where: \.isCovered)), "all": words.number(places.count),
                "share": words.percent(share), "people": words.percent(peopleShare), "period": period.title(words.texts),
                "goal": words.percent(Self.goal), "near": words.percent(nearShare), "speed": words.number(speed),
            ])
    }

    func figures(_ words: BoardWords) -> HTML {
        let groups = Dictionary(grouping: places, by: \.commune.region)
        let percent = Figures(texts: words.texts) { words.percent($0, decimals: 0) }
        return percent.bars(
            .init(
                id: "regiones", caption: words.texts("boards.coverage.bars", ["period": period.title(words.texts)]),
                category: words.texts["boards.region"], measure: words.texts["boards.coverage.share"]),
            [
                Figures.BarGroup(
                    words.territory.regions.map { region in
                        let here = groups[region.code] ?? []
                        return Figures.Bar(
                            words.texts.item(region.order, of: "figures.regions"),
                            here.isEmpty ? nil : Double(here.count(where: \.isCovered)) * 100 / Double(here.count))
                    }, tone: .assisted)
            ])
    }

    func table(_ words: BoardWords) -> BoardTable {
        let texts = words.texts
        return BoardTable(
            columns: [
                .init("CUT", "cut", isNumeric: false), .init(texts["boards.commune"], "commune", isNumeric: false),
                .init(texts["boards.coverage.covered"], "covered", isNumeric: false), .init(texts["boards.people"], "people"),
                .init(texts["boards.coverage.points"], "points"), .init(texts["boards.coverage.hours"], "weekly_hours_stated"),
                .init(texts["boards.coverage.served"], "served"), .init(texts["boards.coverage.kilometres"], "km_to_nearest_covered"),
                .init(texts["boards.coverage.minutes"], "estimated_minutes_to_nearest_covered"),
            ],
            rows: (missing + places.filter(\.isCovered)).map { place in
                [
                    .words("\(place.commune.code)"), .words(place.commune.name),
                    .words(texts[place.isCovered ? "boards.yes" : "boards.no"]),
                    .count(place.people), .count(place.points), place.hours.map { .decimal($0) } ?? .none,
                    place.served == 0 || place.told > 0 ? .count(place.told) : .hidden,
                    place.kilometres.map { .decimal($0.rounded()) } ?? .none, minutes(place).map { .decimal($0.rounded()) } ?? .none,
                ]
            })
    }
}
