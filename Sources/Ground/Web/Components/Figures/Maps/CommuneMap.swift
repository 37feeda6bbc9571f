import Civic
import Markup

/// The comunas of one region, as large as they fit. Those of the open Pacific and Antártica are not drawn; the figure names them.
public struct CommuneMap: Sendable {
    let communes: [Territory.Commune]
    let sheet: MapSheet<CommuneCode>

    /// Reduces the outlines to the points that can be seen: do it once and keep it. An unknown region is an empty map.
    public init(_ region: RegionCode, _ shapes: CommuneShapes, territory: Territory) {
        communes = territory.communes(of: region)
        sheet = MapSheet(communes.map { (code: $0.code, rings: shapes.rings[$0.code] ?? []) })
    }
}

extension Figures {
    /// The comunas of a region in five shades. A comuna whose shape has room carries its name; the others have theirs in a title, and all
    /// stand in the table. `link` gives the address that a comuna leads to, if any.
    public func map(
        _ words: Words, _ map: CommuneMap, values: [CommuneCode: Double], link: (CommuneCode) -> String? = { _ in nil }
    ) -> HTML {
        let known = values.filter { $0.value.isFinite && map.communes.map(\.code).contains($0.key) }
        guard !known.isEmpty else { return empty(words) }
        let shades = Shades(Array(known.values))
        let names = Dictionary(uniqueKeysWithValues: map.communes.map { ($0.code, $0.name) })
        let drawn = map.sheet.shapes.map { shape in
            (shape, MapArea(name: names[shape.code] ?? "", value: known[shape.code], link: link(shape.code), path: shape.path))
        }
        let hasGaps = drawn.contains { $0.1.value == nil }
        let left = (Drawing.Form.small.width - map.sheet.width) / 2
        let hasLinks = drawn.contains { $0.1.link != nil }
        let pairs = map.communes.map { (name: $0.name, value: known[$0.code]) }
        let drawing: HTML = """
            <svg class="place" viewBox="\(at: -left) 0 \(at: Drawing.Form.small.width) \(at: map.sheet.height)" \
            role="\(hasLinks ? "group" : "img")" aria-labelledby="\(words.id)-t \(words.id)-d">\
            <title id="\(words.id)-t">\(texts["figures.map"])</title>\
            <desc id="\(words.id)-d">\(summary(pairs))</desc>
            \(when: hasGaps, hatch(words.id))\(each: drawn, { linked($0.1, shape($0.1, shades, id: words.id)) })\
            \(each: drawn, { inside($0.0.main, $0.1) })</svg>

            """
        let undrawn = Set(map.communes.map(\.code)).subtracting(map.sheet.shapes.map(\.code))
        let outside = map.communes.filter { undrawn.contains($0.code) }.map { "\($0.name) (\(self.words(known[$0.code])))" }
        return frame(
            words, drawing: drawing + key(shades, hasGaps: hasGaps, id: words.id),
            notes: outside.isEmpty ? [] : [texts("figures.map.outside", ["places": outside.joined(separator: ", ")])],
            table: table(words, linked: map.communes.map { (name: $0.name, value: known[$0.code], link: link($0.code)) }))
    }

    /// The name in the shape with the value under it, or the value alone, as far as there is room.
    private func inside(_ ring: [MapPoint], _ area: MapArea) -> HTML {
        let value = words(area.value)
        let kind = area.value == nil ? "label halo" : "label strong halo"
        let (name, number) = (Lettering.width(area.name), Lettering.width(value, isBold: area.value != nil))
        // The halo reaches over the border a little.
        if let place = Outline.room(ring, height: 30), place.width > max(name, number) * 0.9 {
            return Drawing.label(area.name, x: place.middle, y: place.y - 3, .middle, kind: "label halo")
                + Drawing.label(value, x: place.middle, y: place.y + 15, .middle, kind: kind)
        }
        guard let place = Outline.room(ring, height: 12), place.width > number else { return HTML() }
        return Drawing.label(value, x: place.middle, y: place.y + 5.5, .middle, kind: kind)
    }
}
