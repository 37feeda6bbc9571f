import Civic
import Foundation
import Markup

/// Each figure with numbers to look at: public ones with their source, or plainly invented ones that say so.
public struct FigureSamples: Sendable {
    let texts: Texts
    private let territory: Territory
    private let country: RegionMap
    private let losRios: CommuneMap

    /// Reads the folder `Catalogue/territory`. Throws when it can't be read.
    public init(folder: String, texts: Texts) throws {
        func data(_ name: String) throws -> Data { try Data(contentsOf: URL(fileURLWithPath: folder + "/" + name)) }
        territory = try Territory(folder: folder)
        country = RegionMap(try RegionShapes(geoJSON: data("regions.geojson")), territory: territory)
        let region = territory.regions.first { $0.roman == "XIV" }
        losRios = CommuneMap(
            try region.map(\.code) ?? Self.none, try CommuneShapes(geoJSON: data("communes.geojson")), territory: territory)
        self.texts = texts
    }

    private static var none: RegionCode {
        get throws { throw CocoaError(.fileReadCorruptFile) }
    }

    /// How many people live in a region, as projected for a year.
    private func population(_ region: RegionCode, in year: Int) -> Double? {
        let people = territory.communes(of: region).map { territory.population(of: $0.code, in: year) }
        return people.contains(nil) ? nil : Double(people.compactMap(\.self).reduce(0, +))
    }

    private func name(_ region: Territory.Region) -> String { texts.item(region.order, of: "figures.regions") }

    private func words(_ id: String, _ caption: TextKey, _ category: TextKey, _ measure: TextKey, _ source: TextKey) -> Figures.Words {
        Figures.Words(id: id, caption: texts[caption], category: texts[category], measure: texts[measure], source: texts[source])
    }

    private var whole: Figures { Figures(texts: texts) }

    /// Bars of one modality: the people of each region, the most first.
    public var bars: HTML {
        let bars = territory.regions.map { Figures.Bar(name($0), population($0.code, in: 2026)) }
        return whole.bars(
            words("barras", "kit.figures.bars.caption", "kit.figures.region", "kit.figures.people", "kit.figures.source.population"),
            [Figures.BarGroup(bars.sorted { ($0.value ?? 0) > ($1.value ?? 0) })])
    }

    /// Bars of both modalities: how much each has grown, from 2019 to 2022.
    public var growth: HTML {
        let figures = Figures(texts: texts) { [texts] in texts("kit.figures.percent", ["number": texts.number($0)]) }
        return figures.bars(
            words(
                "crecimiento", "kit.figures.growth.caption", "kit.figures.modality", "kit.figures.growth", "kit.figures.source.growth"),
            [
                Figures.BarGroup([Figures.Bar(texts["kit.figures.self.how"], 577)], title: texts["kit.figures.self"], tone: .selfService),
                Figures.BarGroup(
                    [Figures.Bar(texts["kit.figures.assisted.how"], 8)], title: texts["kit.figures.assisted"], tone: .assisted),
            ])
    }

    /// Columns over time: the people that the country gains each year.
    public var columns: HTML {
        let years = Array(territory.populationYears)
        func people(_ year: Int) -> Double {
            territory.communes.compactMap { territory.population(of: $0.code, in: year) }.reduce(0) { $0 + Double($1) }
        }
        let gained = years.dropFirst().map { people($0) - people($0 - 1) }
        return whole.columns(
            words("columnas", "kit.figures.columns.caption", "kit.figures.year", "kit.figures.gained", "kit.figures.source.population"),
            periods: years.dropFirst().map { String($0) }, Figures.Series(texts["kit.figures.gained"], gained))
    }

    /// Lines over time: invented contacts of four channels, one of which closed for two months.
    public var lines: HTML {
        let series = [
            Figures.Series(texts["kit.figures.web"], [310, 322, 348, 371, 402, 455, 487, 512, 498, 541, 566, 590], tone: .selfService),
            Figures.Series(texts["kit.figures.kiosk"], [121, 118, 125, 130, 128, 136, 141, 139, 146, 150, 148, 155], tone: .selfService),
            Figures.Series(texts["kit.figures.branch"], [468, 455, 461, 440, 436, 421, 418, 425, 409, 402, 396, 388], tone: .assisted),
            Figures.Series(texts["kit.figures.mobile"], [96, 102, 110, 108, nil, nil, 92, 104, 113, 121, 126, 131], tone: .assisted),
        ]
        return whole.lines(
            words("lineas", "kit.figures.lines.caption", "kit.figures.month", "kit.figures.contacts", "kit.figures.source.invented"),
            periods: (1...12).map { String(texts.item($0, of: "time.months").prefix(3)) }, series)
    }

    /// Small multiples: how the people of the north grow, at one scale.
    public var multiples: HTML {
        let years = Array(territory.populationYears)
        let series = territory.regions.prefix(5).map { region in
            Figures.Series(name(region), years.map { population(region.code, in: $0) })
        }
        return whole.multiples(
            words("multiples", "kit.figures.multiples.caption", "kit.figures.year", "kit.figures.people", "kit.figures.source.population"),
            periods: years.map { String($0) }, series)
    }

    /// The map of the country: the people of each region.
    public var regions: HTML {
        let values = territory.regions.compactMap { region in population(region.code, in: 2026).map { (region.code, $0) } }
        return whole.map(
            words("mapa", "kit.figures.regions.caption", "kit.figures.region", "kit.figures.people", "kit.figures.source.population"),
            country, values: Dictionary(uniqueKeysWithValues: values))
    }

    /// The map of one region: invented minutes of wait, with two comunas that told none.
    public var communes: HTML {
        let waits: [Double?] = [24, 12, 31, nil, 15, 22, 19, 27, 18, 9, nil, 34]
        let values = zip(losRios.communes.map(\.code), waits).compactMap { code, wait in wait.map { (code, $0) } }
        return whole.map(
            words("comunas", "kit.figures.communes.caption", "kit.figures.commune", "kit.figures.wait", "kit.figures.source.invented"),
            losRios, values: Dictionary(uniqueKeysWithValues: values))
    }

    /// A figure that has no numbers yet.
    public var nothing: HTML {
        whole.columns(
            words("vacia", "kit.figures.nothing.caption", "kit.figures.month", "kit.figures.contacts", "kit.figures.source.invented"),
            periods: [], Figures.Series(texts["kit.figures.contacts"], []))
    }
}
