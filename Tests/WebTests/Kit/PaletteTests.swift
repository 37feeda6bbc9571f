import Foundation
import Testing

@testable import Web

@Suite("Colours are told apart in every theme and every way of showing it")
struct PaletteTests {
    static let themes: [String] = ["", "estado"]

    static func sheet(_ name: String) throws -> Stylesheet {
        Stylesheet(try String(contentsOfFile: SampleSite.root + "/Public/" + name, encoding: .utf8))
    }

    static func palette(_ theme: String) throws -> Palette {
        Palette([try sheet("ventanilla.css")] + (theme.isEmpty ? [] : [try sheet("themes/\(theme).css")]))
    }

    @Test("each pair that meets on a page has the contrast that it needs", arguments: themes, Palette.Scheme.allCases)
    func pairs(theme: String, scheme: Palette.Scheme) throws {
        let palette = try Self.palette(theme)
        for pair in Pair.all {
            let ratio = try #require(palette.contrast(pair, scheme), "\(pair) has no colour")
            #expect(ratio >= pair.least, "\(theme) \(scheme): \(pair.front) on \(pair.ground) has \(ratio)")
        }
    }

    @Test("the themes that are there are the themes that are judged")
    func all() throws {
        #expect(try Assets(folder: SampleSite.root + "/Public").themes == Self.themes.filter { !$0.isEmpty })
    }

    @Test("a system that asks for more contrast gets the colours of the button", arguments: themes)
    func more(theme: String) throws {
        let sheet = try Self.sheet(theme.isEmpty ? "ventanilla.css" : "themes/\(theme).css")
        let asked = sheet.tokens(of: ":root", media: "(prefers-contrast:more)")
        #expect(!asked.isEmpty && asked == sheet.tokens(of: ":root.contrast"))
    }

    @Test("a theme that is linked later wins, in the dark too, and leaves alone what it doesn't name")
    func layers() {
        let base = Stylesheet(
            ":root{--ink:#000;--sea:#00F}@media(prefers-color-scheme:dark){:root{--ink:#FFF;--sea:#88F}}:root.contrast{--sea:#003}")
        let palette = Palette([base, Stylesheet(":root{--sea:#0F0}")])
        #expect(Palette.Scheme.allCases.map { palette.colour(.sea, $0)?.hex } == ["#00FF00", "#00FF00", "#000033"])
        #expect(Palette.Scheme.allCases.map { palette.colour(.ink, $0)?.hex } == ["#000000", "#FFFFFF", "#000000"])
        #expect(palette.colour(.copper, .light) == nil)
        #expect(palette.contrast(Pair(front: .ink, ground: .copper, least: 3), .light) == nil)
    }

    @Test(
        "the example for other institutions has enough contrast, and leaves alone those who asked for more",
        arguments: Palette.Scheme.allCases)
    func example(scheme: Palette.Scheme) throws {
        let example = Stylesheet(UseViews.example)
        let light = example.tokens(of: ":root", media: "(prefers-contrast: no-preference)")
        let dark = example.tokens(of: ":root", media: "(prefers-contrast: no-preference) and (prefers-color-scheme: dark)")
        #expect(light.keys.sorted() == dark.keys.sorted() && light["sea"] != nil)
        #expect(example.tokens(of: ":root") == ["corner": "0px"])
        let rules = [light, dark].map { ":root{" + $0.map { "--\($0.key):\($0.value)" }.joined(separator: ";") + "}" }
        let palette = Palette([
            try Self.sheet("ventanilla.css"), Stylesheet(rules[0] + "@media(prefers-color-scheme:dark){" + rules[1] + "}"),
        ])
        for pair in Pair.all {
            let ratio = try #require(palette.contrast(pair, scheme))
            #expect(ratio >= pair.least, "\(scheme): \(pair.front) on \(pair.ground) has \(ratio)")
        }
    }
}

@Suite("Contrast is that of WCAG 2.2")
struct ContrastTests {
    @Test(
        "known ratios come out",
        arguments: [
            ("#000", "#FFF", 21.0), ("#FFF", "#FFF", 1), ("#777777", "#FFFFFF", 4.478), ("#767676", "#FFFFFF", 4.542),
            ("#0000FF", "#FFFFFF", 8.592), ("#FF0000", "#FFFFFF", 3.998),
        ])
    func known(front: String, ground: String, ratio: Double) throws {
        let (one, other) = (try #require(Colour(front)), try #require(Colour(ground)))
        #expect(abs(one.contrast(with: other) - ratio) < 0.001)
        #expect(one.contrast(with: other) == other.contrast(with: one))
    }

    @Test("black has no luminance, white all of it, and green more than red and blue together")
    func luminance() throws {
        #expect(Colour("#000000")?.luminance == 0)
        #expect(abs((Colour("#ffffff")?.luminance ?? 0) - 1) < 1e-12)
        let green = try #require(Colour("#0F0")?.luminance)
        #expect(green > (try #require(Colour("#F0F")?.luminance)))
    }

    @Test(
        "a short colour is a long one, and what is no colour is none",
        arguments: ["", "FFF", "#FF", "#GGGGGG", "#12345678", "red", "#+12345"])
    func spelling(wrong: String) {
        #expect(Colour("#a1f")?.hex == "#AA11FF" && Colour("#a1f") == Colour("#AA11FF"))
        #expect(Colour(wrong) == nil)
    }

    @Test("a figure is rounded down, so that what is shown as enough is enough")
    func figure() {
        #expect(ColourViews.figure(4.499) == "4,4" && ColourViews.figure(21) == "21,0")
    }
}
