import Civic
import Foundation
import Markup

/// Sizes of letters, spaces, targets and corners, read from the style sheet.
struct MeasureViews: Sendable {
    static let path = "/kit/medidas"

    let texts: Texts
    let sheet: Stylesheet

    var page: Page {
        Page(
            title: "\(texts["kit.measures.title"]) · \(texts["kit.title"])", summary: texts["kit.measures.summary"], path: Self.path,
            trail: [Link(texts.address("/"), texts["site.name"]), Link(texts.address("/kit"), texts["kit.title"])],
            main: """
                <div class="wide">
                <h1>\(texts["kit.measures.title"])</h1>
                <p class="lead">\(texts("kit.measures.lead", ["size": Self.shown(root)]))</p>
                \(type)
                \(space)
                \(targets)
                </div>
                """)
    }

    private var type: HTML {
        let sizes: [(TextKey, String)] = [
            ("kit.measures.type.h1", "h1"), ("kit.measures.type.h2", "h2"), ("kit.measures.type.h3", "h3"),
            ("kit.measures.type.lead", ".lead"), ("kit.measures.type.body", "p"), ("kit.measures.type.quiet", ".quiet"),
        ]
        return DataTable.framed(
            id: "letras", caption: texts["kit.measures.type"],
            columns: [
                .init(texts["kit.measures.type.what"]), .init(texts["kit.measures.type.phone"], isNumeric: true),
                .init(texts["kit.measures.type.desk"], isNumeric: true),
            ],
            rows: sizes.map { words, selector in
                let phone = size(sheet.value("font-size", of: selector) ?? "1rem")
                let desk = sheet.value("font-size", of: selector, media: Self.wide).map(size) ?? phone
                return [HTML(text: texts[words]), HTML(text: Self.shown(phone)), HTML(text: Self.shown(desk))]
            })
    }

    private var space: HTML {
        let spaces: [(TextKey, String, String)] = [
            ("kit.measures.space.tight", "margin", ".hint"), ("kit.measures.space.lines", "margin", "p"),
            ("kit.measures.space.inside", "padding", ".alert"), ("kit.measures.space.fields", "margin", ".field"),
            ("kit.measures.space.sections", "margin", "h2"),
        ]
        return DataTable.framed(
            id: "espacios", caption: texts["kit.measures.space"],
            columns: [.init(texts["kit.measures.space.where"]), .init(texts["kit.measures.space.size"], isNumeric: true)],
            rows: spaces.map { words, property, selector in
                // The first of the values is the one above.
                let value = sheet.value(property, of: selector)?.split(separator: " ").first.map(String.init) ?? ""
                return [HTML(text: texts[words]), HTML(text: Self.shown(size(value)))]
            })
    }

    private var targets: HTML {
        let tokens = sheet.tokens(of: ":root")
        let kiosk = sheet.tokens(of: "html.kiosk")
        let ring = sheet.value("outline", of: ":focus-visible")?.split(separator: " ").first.map(String.init)
        let rows: [(TextKey, String?)] = [
            ("kit.measures.target", tokens["target"]), ("kit.measures.target.kiosk", kiosk["target"]),
            ("kit.measures.corner", tokens["corner"]), ("kit.measures.ring", ring),
        ]
        return DataTable.framed(
            id: "blancos", caption: texts["kit.measures.targets"],
            columns: [.init(texts["kit.measures.what"]), .init(texts["kit.measures.space.size"], isNumeric: true)],
            rows: rows.map { [HTML(text: texts[$0.0]), HTML(text: Self.shown(size($0.1 ?? "")))] })
    }

    /// The size of a rem in pixels: the browser's usual 16, by the share that the sheet asks for.
    private var root: Double {
        let font = sheet.value("font", of: "html") ?? ""
        return 16 * (Double(font.prefix { $0 != "%" }) ?? 100) / 100
    }

    /// Pixels of a length in rem or px.
    private func size(_ length: String) -> Double {
        if length.hasSuffix("rem") { return (Double(length.dropLast(3)) ?? 0) * root }
        return Double(length.hasSuffix("px") ? String(length.dropLast(2)) : length) ?? 0
    }

    private static let wide = "(min-width:48rem)"

    private static func shown(_ pixels: Double) -> String {
        let tenths = Int((pixels * 10).rounded())
        return tenths % 10 == 0 ? "\(tenths / 10)" : "\(tenths / 10),\(tenths % 10)"
    }
}
