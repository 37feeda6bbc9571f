import Civic
import Markup

extension PlaceMap {
    /// What is said of a comuna by how it is drawn; the words beside it say the same.
    public enum Tone: String, Sendable, CaseIterable {
        /// The one that is meant.
        case here
        /// Something is there.
        case some
        /// Something is perhaps there.
        case likely
        case none
    }

    /// A place to be found on the map, in degrees.
    public struct Mark: Sendable {
        let latitude: Double
        let longitude: Double
        let isExact: Bool

        /// `isExact` when it stands there, and not only somewhere around.
        public init(latitude: Double, longitude: Double, isExact: Bool) {
            self.latitude = latitude
            self.longitude = longitude
            self.isExact = isExact
        }
    }

    /// How a comuna is drawn.
    public struct Look: Sendable {
        let tone: Tone
        let count: Int?
        let link: String?

        /// `count` is written into the comuna, `link` is where it leads when it is large enough to be touched.
        public init(_ tone: Tone, count: Int? = nil, link: String? = nil) {
            self.tone = tone
            self.count = count
            self.link = link
        }
    }

    /// The least that a finger hits (WCAG 2.5.8), with a little room for a narrow screen.
    static let leastTarget = 27.0
}

extension Figures {
    /// Comunas by what is there, with their names and numbers where they have room. It stands beside a list of the same: it is not read
    /// out, and its links are short ways. `id` begins the ids inside of it, `caption` is the sentence that says what it shows, `source`
    /// where the outlines come from, and `key` are the words of the tones that want some. Nothing when there is nothing to draw.
    public func places(
        id: String, caption: String, source: String, _ map: PlaceMap, marks: [PlaceMap.Mark] = [], key: [(PlaceMap.Tone, String)] = [],
        look: (Territory.Commune) -> PlaceMap.Look
    ) -> HTML {
        guard !map.areas.isEmpty else { return HTML() }
        let drawn = map.areas.map { ($0, look($0.commune)) }
        let left = (Drawing.Form.small.width - map.width) / 2
        return """
            <figure class="figure placemap" id="\(id)">
            <figcaption>\(caption)</figcaption>
            <svg class="place" viewBox="\(at: -left) 0 \(at: Drawing.Form.small.width) \(at: map.height)" aria-hidden="true" focusable="false">
            \(hatch(id))\(each: drawn, { area($0, $1, id) })\
            \(each: drawn, { label($0, $1) })\
            \(each: marks, { mark($0, map) })</svg>
            \(when: !key.isEmpty, keyed(key, id))<p class="quiet">\(texts["figures.source"]) \(source)</p>
            </figure>

            """
    }

    private func area(_ area: PlaceMap.Area, _ look: PlaceMap.Look, _ id: String) -> HTML {
        let said = area.commune.name + (look.count.map { ": \($0)" } ?? "")
        let shape: HTML = """
            <path class="region at-\(look.tone.rawValue)"\(Attribute("fill", look.tone == .likely ? "url(#\(id)-hatch)" : nil)) \
            d="\(area.path)"><title>\(said)</title></path>

            """
        let isLarge = area.size.width >= PlaceMap.leastTarget && area.size.height >= PlaceMap.leastTarget
        guard let link = look.link, isLarge else { return shape }
        return "<a href=\"\(link)\" tabindex=\"-1\">\(shape)</a>\n"
    }

    private func label(_ area: PlaceMap.Area, _ look: PlaceMap.Look) -> HTML {
        let (name, count) = (area.commune.name, look.count.map { "\($0)" } ?? "")
        let kind = look.tone == .here ? "label strong halo" : "label halo"
        let room = Lettering.width(name, isBold: look.tone == .here) * 0.92
        if !count.isEmpty, let place = Outline.room(area.main, height: 30), place.width > room {
            return Drawing.label(name, x: place.middle, y: place.y - 3, .middle, kind: kind)
                + Drawing.label(count, x: place.middle, y: place.y + 15, .middle, kind: "label strong halo")
        }
        if let place = Outline.room(area.main, height: 14), count.isEmpty, place.width > room {
            return Drawing.label(name, x: place.middle, y: place.y + 5.5, .middle, kind: kind)
        }
        guard !count.isEmpty, let place = Outline.room(area.main, height: 12), place.width > Lettering.width(count) else { return HTML() }
        return Drawing.label(count, x: place.middle, y: place.y + 5.5, .middle, kind: "label strong halo")
    }

    /// An arch where it stands; a ring in dashes where it is only somewhere around.
    private func mark(_ mark: PlaceMap.Mark, _ map: PlaceMap) -> HTML {
        guard let place = map.place(latitude: mark.latitude, longitude: mark.longitude) else { return HTML() }
        if !mark.isExact {
            return "<circle class=\"around\" cx=\"\(at: place.x)\" cy=\"\(at: place.y)\" r=\"16\"/>\n"
        }
        return """
            <path class="arch" d="M\(at: place.x - 8) \(at: place.y)v-12a8 8 0 0 1 16 0v12z"/>
            <path class="counter" d="M\(at: place.x - 12) \(at: place.y)h24"/>

            """
    }

    private func keyed(_ key: [(PlaceMap.Tone, String)], _ id: String) -> HTML {
        """
        <ul class="key">
        \(each: key, { tone, words in
            """
            <li><svg class="swatch" viewBox="0 0 20 20" aria-hidden="true"><rect class="region at-\(tone.rawValue)"\
            \(Attribute("fill", tone == .likely ? "url(#\(id)-hatch)" : nil)) x="1" y="1" width="18" height="18"/></svg>\(words)</li>

            """
        })</ul>

        """
    }
}
