import Testing

@testable import Markup

@Suite("Attributes that are there or not")
struct AttributeTests {
    @Test("an attribute brings its own space, and an absent one leaves none")
    func presence() {
        let current: String? = nil
        let page: HTML = """
            <a\(Attribute("href", "/temas"))\(Attribute("aria-current", current))>x</a><input name="a"\(Attribute("checked", if: true))\
            \(Attribute("disabled", if: false)) required\(Attribute("value", "a\"b"))>
            """
        #expect(page.string == "<a href=\"/temas\">x</a><input name=\"a\" checked required value=\"a&quot;b\">")
        #expect(page.defects.isEmpty)
    }

    @Test("the tag goes on after an attribute as if it had been written there")
    func goesOn() {
        let value = "a"
        let page: HTML = "<script\(Attribute("src", "/app.js"))></script><p\(Attribute("hidden", if: true)) title=\"\(value)\">\(value)</p>"
        #expect(page.string == "<script src=\"/app.js\"></script><p hidden title=\"a\">a</p>")
        let raw: HTML = "<script\(Attribute("src", "/app.js"))>\(value)</script>"
        #expect(raw.defects.map(\.reason) == [.rawText])
    }

    @Test("an attribute outside of a tag, in an end tag or with code in it is refused")
    func refused() {
        let attribute = Attribute("title", "x")
        let outside: HTML = "<p>\(attribute)</p>"
        #expect(outside.string == "<p></p>")
        let quoted: HTML = "<p title=\"\(attribute)\"></p>"
        #expect(quoted.string == "<p title=\"\"></p>")
        let end: HTML = "<p></p\(attribute)>"
        #expect(end.string == "<p></p>")
        let handler: HTML = "<p\(Attribute("onclick", "x"))></p>"
        #expect(handler.string == "<p onclick=\"\"></p>")
        #expect([outside, quoted, end, handler].allSatisfy { $0.defects.count == 1 })
    }
}
