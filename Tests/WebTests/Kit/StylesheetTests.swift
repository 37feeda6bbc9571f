import Testing

@testable import Web

@Suite("The kit reads its own style sheets")
struct StylesheetTests {
    static let sheet = Stylesheet(
        """
        :root { --ink: #14212E; --target:48px }
        h1,h2{font-size:2rem}
        @media (min-width:48rem){h1{font-size:3rem}h2{margin:0}}
        h2{font-size:1.5rem;margin:1rem 0}
        """)

    @Test("each selector of a list has the declarations, and the last one wins")
    func values() {
        #expect(Self.sheet.value("font-size", of: "h1") == "2rem")
        #expect(Self.sheet.value("font-size", of: "h2") == "1.5rem")
        #expect(Self.sheet.value("color", of: "h2") == nil && Self.sheet.value("font-size", of: "h3") == nil)
    }

    @Test("what stands under a query is told apart, and what follows it stands outside again")
    func media() {
        #expect(Self.sheet.value("font-size", of: "h1", media: "(min-width:48rem)") == "3rem")
        #expect(Self.sheet.value("margin", of: "h2") == "1rem 0")
    }

    @Test("tokens are the custom properties, without their hyphens")
    func tokens() {
        #expect(Self.sheet.tokens(of: ":root") == ["ink": "#14212E", "target": "48px"])
        #expect(Self.sheet.tokens(of: "h1").isEmpty)
    }

    @Test("a sheet that is cut off ends without harm", arguments: ["", "h1", "h1{", "h1{color:red", "@media print{h1{", "}}{"])
    func broken(text: String) {
        #expect(Stylesheet(text).value("color", of: "h1") == (text.contains("red") ? "red" : nil))
    }
}
