import Foundation
import Testing

@testable import Web

@Suite("The shapes of figures against what they stand on")
struct ShapeContrastTests {
    /// The tokens of each block of the style sheet that sets them: light, dark, high contrast.
    private static func themes(_ file: String) throws -> [[String: String]] {
        let css = try String(contentsOfFile: SampleSite.root + "/Public/" + file, encoding: .utf8)
        let blocks = css.matches(of: #/:root[.\w]*\{([^}]*)\}/#).map { String($0.1) }
        return blocks.map { block in
            Dictionary(block.matches(of: #/--([\w-]+):#([0-9A-Fa-f]{3,6})/#).map { (String($0.1), String($0.2)) }) { $1 }
        }.filter { $0["paper"] != nil }
    }

    /// WCAG 2.2, relative luminance.
    private static func luminance(_ colour: String) throws -> Double {
        let digits = colour.count == 3 ? colour.map { "\($0)\($0)" }.joined() : colour
        let number = try #require(Int(digits, radix: 16))
        let parts = [16, 8, 0].map { shift -> Double in
            let part = Double(number >> shift & 255) / 255
            return part <= 0.04045 ? part / 12.92 : pow((part + 0.055) / 1.055, 2.4)
        }
        return 0.2126 * parts[0] + 0.7152 * parts[1] + 0.0722 * parts[2]
    }

    @Test("have a contrast of 3 : 1 at least in every theme, and their words 4.5 : 1", arguments: ["ventanilla.css", "themes/estado.css"])
    func contrast(_ file: String) throws {
        let themes = try Self.themes(file)
        #expect(themes.count >= 4)
        for theme in themes {
            for ground in ["paper", "surface"] {
                // Bars and lines, the outlines of maps and axes, the hatching; then the words.
                for (shape, least) in [("sea", 4.5), ("copper", 4.5), ("edge", 3), ("slate", 4.5), ("ink", 4.5)] {
                    let light = try [theme[shape], theme[ground]].map { try Self.luminance(try #require($0)) }.sorted()
                    #expect((light[1] + 0.05) / (light[0] + 0.05) >= least, "\(shape) on \(ground) in \(theme)")
                }
            }
        }
    }

    @Test("take every colour from the tokens, and a region has an outline")
    func tokens() throws {
        let css = try String(contentsOfFile: SampleSite.root + "/Public/components.css", encoding: .utf8)
        #expect(css.contains(".region{stroke:var(--edge)"))
        for kind in [".self{fill:var(--sea)", ".assisted{fill:var(--copper)", ".axis{stroke:var(--edge)", ".hatch{stroke:var(--slate)"] {
            #expect(css.contains(kind))
        }
    }
}
