/// The country's parts: 16 regions, 56 provinces, 346 comunas, with who borders on whom and how many people live there.
/// Source: Catalogue/territory (CUT 2018 of the Subsecretaría de Desarrollo Regional; projections of the Instituto Nacional de Estadísticas).
public struct Territory: Sendable {
    public struct Region: Sendable, Hashable {
        public let code: RegionCode
        public let name: String
        /// As tables write it: `AyP`.
        public let abbreviation: String
        public let roman: String
        /// From north to south, from 1.
        public let order: Int
    }

    public struct Province: Sendable, Hashable {
        public let code: ProvinceCode
        public let name: String
        public let region: RegionCode
    }

    public struct Commune: Sendable, Hashable {
        public let code: CommuneCode
        public let name: String
        public let province: ProvinceCode
        public let region: RegionCode
        /// A point of reference in degrees (WGS 84): not the town hall, and for ten of them just outside of their drawn polygon.
        public let latitude: Double
        public let longitude: Double
    }

    /// From north to south.
    public let regions: [Region]
    public let provinces: [Province]
    /// By region from north to south, then by name.
    public let communes: [Commune]
    private let byCode: [CommuneCode: Int]
    private let byName: [String: [Int]]
    private let bordering: [CommuneCode: [CommuneCode]]
    private let people: [CommuneCode: [Int]]
    /// The years that have a figure of population, both included.
    public let populationYears: ClosedRange<Int>

    init(_ tables: TerritoryTables) throws(ReferenceFault) {
        regions = tables.regions.sorted { $0.order < $1.order }
        provinces = tables.provinces
        let order = Dictionary(uniqueKeysWithValues: regions.map { ($0.code, $0.order) })
        communes = tables.communes.sorted { (order[$0.region] ?? 0, $0.name.folded) < (order[$1.region] ?? 0, $1.name.folded) }
        var byCode: [CommuneCode: Int] = [:]
        var byName: [String: [Int]] = [:]
        for (index, commune) in communes.enumerated() {
            byCode[commune.code] = index
            byName[commune.name.foldedWords.joined(), default: []].append(index)
        }
        self.byCode = byCode
        self.byName = byName
        bordering = tables.neighbours
        people = tables.population
        populationYears = tables.years
    }

    public func region(_ code: RegionCode) -> Region? { regions.first { $0.code == code } }

    public func province(_ code: ProvinceCode) -> Province? { provinces.first { $0.code == code } }

    /// nil when there is no such comuna.
    public func commune(_ code: CommuneCode) -> Commune? { byCode[code].map { communes[$0] } }

    /// The comuna that people call so, however they write it: capitals, accents, blanks and hyphens do not count. nil when there is none.
    public func commune(named name: String) -> Commune? {
        let found = byName[name.foldedWords.joined()] ?? []
        return found.count == 1 ? communes[found[0]] : nil
    }

    /// Comunas whose name begins with these words or differs from them by little, the nearest first: what to offer to whoever mistyped.
    public func communes(like text: String, limit: Int = 5) -> [Commune] {
        let asked = Array(text.foldedWords.joined(separator: " ").prefix(40))
        guard asked.count > 1 else { return [] }
        let near = communes.compactMap { commune -> (Int, Commune)? in
            let name = Array(commune.name.foldedWords.joined(separator: " "))
            if name.starts(with: asked) { return (0, commune) }
            let distance = Nearness.distance(asked, name, atMost: max(1, asked.count / 3))
            return distance.map { ($0, commune) }
        }
        return near.sorted { ($0.0, $0.1.name.folded) < ($1.0, $1.1.name.folded) }.prefix(limit).map(\.1)
    }

    public func communes(of region: RegionCode) -> [Commune] { communes.filter { $0.region == region } }

    /// The comunas that border on it, by code; an island has none.
    public func neighbours(of code: CommuneCode) -> [CommuneCode] { bordering[code] ?? [] }

    /// How many people live there, as projected for a year; nil outside of the years of the data.
    public func population(of code: CommuneCode, in year: Int) -> Int? {
        guard populationYears.contains(year), let figures = people[code] else { return nil }
        return figures[year - populationYears.lowerBound]
    }
}

/// How many letters two words differ by.
enum Nearness {
    /// The number of letters to add, drop or change to make one of the other (Levenshtein); nil when it is more than `limit`.
    static func distance(_ left: [Character], _ right: [Character], atMost limit: Int) -> Int? {
        guard abs(left.count - right.count) <= limit else { return nil }
        var row = Array(0...right.count)
        for (i, letter) in left.enumerated() {
            var diagonal = row[0]
            row[0] = i + 1
            for (j, other) in right.enumerated() {
                let above = row[j + 1]
                row[j + 1] = letter == other ? diagonal : 1 + min(diagonal, above, row[j])
                diagonal = above
            }
        }
        return row[right.count] <= limit ? row[right.count] : nil
    }
}
