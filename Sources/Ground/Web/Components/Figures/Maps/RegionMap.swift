import Civic
import Markup

/// The regions of the country in three pieces from north to south, at one scale: a long country fits a page when they stand side by
/// side, and a telephone when they stand one below the other. Each piece is true to shape at its own middle latitude.
///
/// The islands of the open Pacific and Antártica are not drawn; the figure says so.
public struct RegionMap: Sendable {
    let regions: [Territory.Region]
    let pieces: [MapSheet<RegionCode>]

    /// The regions that begin a piece, by their order from the north: Arica y Parinacota, Valparaíso, Aysén.
    private static let starts = [1, 6, 15]
    /// Units for one degree of latitude.
    private static let scale = 24.0

    /// Reduces the outlines to the points that can be seen: do it once and keep it.
    public init(_ shapes: RegionShapes, territory: Territory) {
        regions = territory.regions
        pieces = Self.starts.indices.map { index in
            let end = index + 1 < Self.starts.count ? Self.starts[index + 1] : Int.max
            let places = territory.regions.filter { (Self.starts[index]..<end).contains($0.order) }
            return MapSheet(places.map { (code: $0.code, rings: shapes.rings[$0.code] ?? []) }, scale: Self.scale)
        }
    }
}

extension Figures {
    /// The regions in five shades, each with its name and value beside it. A region without a value is hatched. `link` gives the address
    /// that a region leads to, if any.
    public func map(
        _ words: Words, _ map: RegionMap, values: [RegionCode: Double], link: (RegionCode) -> String? = { _ in nil }
    ) -> HTML {
        let known = values.filter(\.value.isFinite)
        guard !known.isEmpty else { return empty(words) }
        let shades = Shades(Array(known.values))
        let paths = Dictionary(uniqueKeysWithValues: map.pieces.flatMap(\.shapes).map { ($0.code, $0.path) })
        let hasGaps = map.regions.contains { known[$0.code] == nil }
        let areas = Dictionary(
            uniqueKeysWithValues: map.regions.map { region in
                let name = texts.item(region.order, of: "figures.regions")
                return (
                    region.code, MapArea(name: name, value: known[region.code], link: link(region.code), path: paths[region.code] ?? "")
                )
            })
        let pieces = map.pieces.enumerated().map { index, piece in
            RegionPiece(sheet: piece, areas: areas, number: index + 1, isFirst: index == 0 && hasGaps).html(self, words, shades)
        }
        let rows = map.regions.map { (name: $0.name, value: known[$0.code], link: areas[$0.code]?.link) }
        return frame(
            words, drawing: "<div class=\"pieces\">\n\(pieces)</div>\n\(key(shades, hasGaps: hasGaps, id: words.id))",
            notes: [texts["figures.map.islands"]], table: table(words, linked: rows))
    }
}

/// One piece of the map with its labels.
private struct RegionPiece {
    let sheet: MapSheet<RegionCode>
    let areas: [RegionCode: MapArea]
    let number: Int
    let isFirst: Bool

    private static let (width, labelHeight) = (300.0, 42.0)

    func html(_ figures: Figures, _ words: Figures.Words, _ shades: Shades) -> HTML {
        let places = Spreading.places(sheet.shapes.map(\.centre.y), gap: Self.labelHeight, within: -1e6...1e6)
        let top = min(0, (places.min() ?? 0) - 22)
        let height = max(sheet.height, (places.max() ?? 0) + 24) - top
        let parts = zip(sheet.shapes, places).map { shape, y -> HTML in
            guard let area = areas[shape.code] else { return HTML() }
            return figures.linked(area, drawn(figures, shape, area, shades, words.id, labelAt: y))
        }
        let here = sheet.shapes.compactMap { areas[$0.code] }
        let id = "\(words.id)-\(number)"
        return """
            <svg viewBox="0 \(at: top) \(at: Self.width) \(at: height)"\(figures.isListed ? Attribute("aria-hidden", "true") : Attribute("role", here.contains { $0.link != nil } ? "group" : "img"))\
            \(Attribute("aria-labelledby", figures.isListed ? nil : "\(id)-t \(id)-d"))>\
            \(when: !figures.isListed, title(figures, id, here))\(when: isFirst, figures.hatch(words.id))\(parts)</svg>

            """
    }

    private func title(_ figures: Figures, _ id: String, _ here: [MapArea]) -> HTML {
        """
        <title id="\(id)-t">\(figures.texts["figures.map"]), \(figures.texts.item(number, of: "figures.map.pieces"))</title>\
        <desc id="\(id)-d">\(figures.summary(here.map { ($0.name, $0.value) }))</desc>

        """
    }

    private func drawn(
        _ figures: Figures, _ shape: MapSheet<RegionCode>.Shape, _ area: MapArea, _ shades: Shades, _ id: String,
        labelAt y: Double
    ) -> HTML {
        let (centre, x) = (shape.centre, sheet.width + 22)
        let edge = Outline.chord(shape.main, at: centre.y)?.upperBound ?? centre.x
        let room = Self.width - x
        return """
            \(figures.shape(area, shades, id: id))\(Drawing.line("axis", edge, centre.y, x - 6, y))\
            \(Drawing.label(area.name, x: x, y: y - 3, room: room))\
            \(Drawing.label(figures.words(area.value), x: x, y: y + 15, room: room, kind: area.value == nil ? "label quiet" : "label strong"))
            """
    }
}
