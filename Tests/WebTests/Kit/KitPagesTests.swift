import Civic
import Foundation
import HTTPTypes
import Hummingbird
import HummingbirdTesting
import Markup
import Testing

@testable import Web

@Suite("The kit shows each component, and gives its files to other sites")
struct KitPagesTests {
    static let texts: Texts? = try? Texts(file: SampleSite.root + "/Texts/es.json", language: "es")

    @Test("a component is shown live, with the markup of the same value, its uses and its notes")
    func exhibits() async throws {
        let texts = try #require(Self.texts)
        let site = try SampleSite()
        for family in Family.all(texts) {
            let answer = try await site.ask(family.path)
            #expect(answer.status == .ok)
            for exhibit in family.exhibits {
                #expect(!exhibit.specimen.isEmpty && exhibit.specimen.defects.isEmpty)
                #expect(answer.text.contains(exhibit.specimen.string))
                #expect(answer.text.contains("<code>" + HTML(text: exhibit.specimen.string).string + "</code>"))
                for words in [exhibit.title, exhibit.use, exhibit.avoid, exhibit.access] {
                    #expect(texts[words] != words.description && answer.text.contains(HTML(text: texts[words]).string))
                }
            }
        }
        #expect(!site.lines.all.contains { $0.contains("markup") })
    }

    @Test("no two things on a page of the kit have one id, and all that is named is there")
    func ids() async throws {
        let site = try SampleSite()
        for path in ["/kit", "/kit/tema/estado", ColourViews.path, MeasureViews.path] + Family.all(try #require(Self.texts)).map(\.path) {
            let text = try await site.ask(path).text
            let ids = text.matches(of: #/<[^>]* id="([^"]+)"/#).map { String($0.1) }
            #expect(Set(ids).count == ids.count, "\(path): \(ids)")
            for match in text.matches(of: #/<[^>]* aria-(?:labelledby|describedby)="([^"]+)"/#) {
                for id in match.1.split(separator: " ") { #expect(ids.contains(String(id)), "\(path): \(id)") }
            }
            for match in text.matches(of: #/<label for="([^"]+)"/#) { #expect(ids.contains(String(match.1)), "\(path): \(match.1)") }
        }
    }

    @Test("the index leads to every page, and says how another site links the kit")
    func index() async throws {
        let site = try SampleSite(["BASE_URL": "https://ventanilla.example"])
        let text = try await site.ask("/kit").text
        for family in Family.all(try #require(Self.texts)) { #expect(text.contains("href=\"\(family.path)\"")) }
        #expect(text.contains("href=\"/kit/colores\"") && text.contains("href=\"/kit/medidas\""))
        #expect(text.contains("&lt;link rel=\"stylesheet\" href=\"https://ventanilla.example/kit/ventanilla.css\"&gt;"))
        for name in ["contrast", "text-1", "text-2", "kiosk"] { #expect(text.contains("<code>\(name)</code>")) }
    }

    @Test("the example of a theme changes tokens that are there")
    func example() async throws {
        let text = try await SampleSite().ask("/kit").text
        let sheet = try PaletteTests.sheet("ventanilla.css")
        let known = Set(sheet.tokens(of: ":root").keys)
        let named = text.matches(of: #/--([a-z-]+): /#).map { String($0.1) }
        #expect(!named.isEmpty && named.allSatisfy(known.contains))
    }

    @Test("a theme is a second sheet after the first, on its own page alone")
    func theme() async throws {
        let site = try SampleSite()
        let assets = try Assets.withKit(folder: SampleSite.root + "/Public")
        let address = try #require(try assets.theme("estado"))
        let text = try await site.ask("/kit/tema/estado").text
        let first = try #require(text.range(of: assets.address(of: "kit.css"))?.lowerBound)
        let second = try #require(text.range(of: address)?.lowerBound)
        #expect(first < second)
        #expect(try await !site.ask("/kit").text.contains(address))
        #expect(try await site.ask("/kit/tema/nada").status == .notFound)
        #expect(try assets.theme(nil) == nil)
        #expect(throws: AssetsFault.self) { try assets.theme("nada") }
    }

    @Test("colours and measures show what the sheets say")
    func figures() async throws {
        let site = try SampleSite()
        let colours = try await site.ask(ColourViews.path).text
        #expect(colours.contains("fill=\"#0B5A86\"") && colours.contains("<code>#006FB3</code>"))
        #expect(colours.contains("<tr><th scope=\"row\">on-sea sobre sea</th><td class=\"number\">4,5</td><td class=\"number\">7,4</td>"))
        let measures = try await site.ask(MeasureViews.path).text
        #expect(measures.contains("Un rem son 18 px"))
        for size in ["31,1", "39,6", "48", "80", "6", "3"] { #expect(measures.contains("<td class=\"number\">\(size)</td>")) }
        #expect(!measures.contains("<td class=\"number\">0</td>"), "a size was not found")
    }

    @Test(
        "the files are open to other sites, kept for an hour, and not sent again to who has them",
        arguments: ["ventanilla.css", "sections.js", "toolbar.js"])
    func files(name: String) async throws {
        let site = try SampleSite()
        let answer = try await site.ask("/kit/" + name)
        #expect(answer.status == .ok && !answer.text.isEmpty)
        #expect(answer.field("Access-Control-Allow-Origin") == "*" && answer.field("Cross-Origin-Resource-Policy") == "cross-origin")
        #expect(answer.field("Cache-Control") == "public, max-age=3600")
        let again = try await site.ask("/kit/" + name, .get, ["If-None-Match": try #require(answer.field("ETag"))])
        #expect(again.status == .notModified && again.field("Access-Control-Allow-Origin") == "*")
        let page = try await site.ask("/kit")
        #expect(page.field("Access-Control-Allow-Origin") == nil && page.field("Cross-Origin-Resource-Policy") == "same-origin")
    }

    @Test("one sheet holds both parts, and a bundle needs its files and one kind")
    func bundle() throws {
        var assets = try Assets.withKit(folder: SampleSite.root + "/Public")
        let parts = try ["ventanilla.css", "components.css"].map { try assets.text(of: $0) }
        #expect(try assets.text(of: "kit.css") == parts.joined(separator: "\n"))
        #expect(assets.address(of: "kit.css").hasSuffix("/kit.css"))
        #expect(throws: AssetsFault.self) { try assets.bundle(["ventanilla.css", "toolbar.js"], as: "mixed.css") }
        #expect(throws: AssetsFault.self) { try assets.bundle(["none.css"], as: "none") }
        #expect(throws: AssetsFault.self) { try assets.bundle([], as: "empty.css") }
    }

    @Test("every class that the components write has a rule in the sheets")
    func classes() throws {
        let sheet = Stylesheet(try Assets.withKit(folder: SampleSite.root + "/Public").text(of: "kit.css"))
        let styled = Set(
            sheet.rules.flatMap { rule in rule.selector.matches(of: #/\.([a-z][a-z0-9-]*)/#).map { String($0.1) } })
        for exhibit in Family.all(try #require(Self.texts)).flatMap(\.exhibits) {
            for match in exhibit.specimen.string.matches(of: #/ class="([^"]+)"/#) {
                for name in match.1.split(separator: " ") where !Self.plain.contains(String(name)) {
                    #expect(styled.contains(String(name)), "\(exhibit.id): .\(name)")
                }
            }
        }
    }

    /// Classes that say something and look like nothing: what is to come has the looks that it begins with.
    static let plain: Set<String> = ["coming", "progress"]
}
