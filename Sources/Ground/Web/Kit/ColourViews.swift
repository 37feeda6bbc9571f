import Civic
import Foundation
import Markup

/// The colours by what they are for, and the contrast of each pair that meets on a page, computed from the style sheets as they are.
struct ColourViews: Sendable {
    static let path = "/kit/colores"

    let texts: Texts
    let palettes: [(name: String, palette: Palette)]

    var page: Page {
        Page(
            title: "\(texts["kit.colours.title"]) · \(texts["kit.title"])", summary: texts["kit.colours.summary"], path: Self.path,
            trail: [Link(texts.address("/"), texts["site.name"]), Link(texts.address("/kit"), texts["kit.title"])],
            main: """
                <div class="wide">
                <h1>\(texts["kit.colours.title"])</h1>
                <p class="lead">\(texts["kit.colours.lead"])</p>
                \(each: palettes.enumerated(), { index, each in
                    """
                    <section aria-labelledby="tema-\(index)"><h2 id="tema-\(index)">\(each.name)</h2>
                    \(values(each.palette, each.name, id: "valores-\(index)"))
                    \(pairs(each.palette, each.name, id: "pares-\(index)"))
                    </section>

                    """
                })</div>
                """)
    }

    private func values(_ palette: Palette, _ name: String, id: String) -> HTML {
        DataTable.framed(
            id: id, caption: texts("kit.colours.caption.values", ["theme": name]),
            columns: [.init(texts["kit.token"]), .init(texts["kit.token.role"])] + Palette.Scheme.allCases.map { .init(texts[$0.name]) },
            rows: Token.allCases.map { token in
                ["<code>--\(token.rawValue)</code>", HTML(text: texts[token.role])]
                    + Palette.Scheme.allCases.map { swatch(palette.colour(token, $0)) }
            })
    }

    private func pairs(_ palette: Palette, _ name: String, id: String) -> HTML {
        DataTable.framed(
            id: id, caption: texts("kit.colours.caption", ["theme": name]),
            columns: [.init(texts["kit.colours.pair"]), .init(texts["kit.colours.least"], isNumeric: true)]
                + Palette.Scheme.allCases.map { .init(texts[$0.name], isNumeric: true) },
            rows: Pair.all.map { pair in
                let words = texts("kit.colours.on", ["text": pair.front.rawValue, "ground": pair.ground.rawValue])
                return [HTML(text: words), HTML(text: Self.figure(pair.least))]
                    + Palette.Scheme.allCases.map { HTML(text: palette.contrast(pair, $0).map(Self.figure) ?? "") }
            })
    }

    private func swatch(_ colour: Colour?) -> HTML {
        guard let colour else { return HTML() }
        return """
            <svg class="swatch" viewBox="0 0 16 16" width="16" height="16" aria-hidden="true" focusable="false">\
            <rect width="16" height="16" fill="\(colour.hex)"/></svg><code>\(colour.hex)</code>
            """
    }

    /// Rounded down, so that what is shown as enough is enough.
    static func figure(_ ratio: Double) -> String {
        let tenths = Int((ratio * 10).rounded(.down))
        return "\(tenths / 10),\(tenths % 10)"
    }
}
