import Testing

@testable import Markup

@Suite("Values in markup are escaped")
struct EscapingTests {
    @Test("text can't open a tag or a reference")
    func text() {
        let name = "<script>alert('1')</script> & \"Cía.\""
        let page: HTML = "<p>\(name)</p>"
        #expect(page.string == "<p>&lt;script&gt;alert('1')&lt;/script&gt; &amp; \"Cía.\"</p>")
        #expect(page.defects.isEmpty)
    }

    @Test("a value can't leave its attribute, with either kind of quotes")
    func attribute() {
        let name = #"" onclick="x" '>"#
        let both: HTML = "<p title=\"\(name)\" lang='\(name)'></p>"
        let escaped = "&quot; onclick=&quot;x&quot; &#39;&gt;"
        #expect(both.string == "<p title=\"\(escaped)\" lang='\(escaped)'></p>")
    }

    @Test("controls that HTML forbids become the replacement character, white space stays")
    func controls() {
        let text = "a\u{0}b\u{1B}c\u{7F}\td\n"
        let page: HTML = "<pre>\(text)</pre>"
        #expect(page.string == "<pre>a\u{FFFD}b\u{FFFD}c\u{FFFD}\td\n</pre>")
    }

    @Test("numbers, substrings and absent values are written plainly")
    func kinds() {
        let count = 7
        let negative: Int64? = -3
        let none: String? = nil
        let nothing: Int? = nil
        let part = "Trámites".prefix(4)
        let page: HTML = "<p data-count=\"\(count)\">\(negative)\(none)\(nothing)\(part)</p>"
        #expect(page.string == "<p data-count=\"7\">-3Trám</p>")
    }

    @Test("pieces nest without being escaped twice")
    func nesting() {
        let names = ["a<b", "c&d"]
        let list: HTML = "<ul>\(each: names, { "<li>\($0)</li>" })</ul>"
        let page: HTML = "<div>\(list)\([list, list].joined(separator: "<hr>"))</div>"
        let item = "<ul><li>a&lt;b</li><li>c&amp;d</li></ul>"
        #expect(page.string == "<div>\(item)\(item)<hr>\(item)</div>")
        #expect(list + list == [list, list].joined())
    }

    @Test("conditions write their piece or nothing, and don't compute what is not written")
    func conditions() {
        let cost: String? = "Sin <costo>"
        let missing: String? = nil
        func never() -> HTML {
            Issue.record("computed in vain")
            return HTML()
        }
        let page: HTML =
            "\(when: true, "<b>sí</b>")\(when: false, never())\(with: cost, { "<p>\($0)</p>" })\(with: missing, { "<p>\($0)</p>" })"
        #expect(page.string == "<b>sí</b><p>Sin &lt;costo&gt;</p>")
    }

    @Test("a title and a text area take text, not markup")
    func plainText() {
        let bold: HTML = "<b>x</b>"
        let name = "</title><script>"
        let title: HTML = "<title>\(name)</title><p>\(bold)</p>"
        #expect(title.string == "<title>&lt;/title&gt;&lt;script&gt;</title><p><b>x</b></p>")
        let area: HTML = "<textarea>\(bold)</textarea>"
        #expect(area.string == "<textarea></textarea>")
        #expect(area.defects == [MarkupDefect(reason: .markupWhereTextStands, element: "textarea")])
    }

    @Test("whatever the text is, an HTML reader gets it back and finds no markup in it")
    func property() {
        var random = SeededRandom(seed: 1)
        for _ in 0..<1_000 {
            let value = Nasty.text(using: &random)
            let page: HTML = "<p title=\"\(value)\">\(value)</p>"
            #expect(page.defects.isEmpty)
            let pieces = page.string.split(separator: "\"", omittingEmptySubsequences: false)
            let attribute = String(pieces[1])
            let text = String(pieces[2...].joined(separator: "\"").dropFirst().dropLast(4))
            #expect(!attribute.contains("<") && !text.contains("<"))
            #expect(Nasty.unescaped(attribute) == Nasty.withoutControls(value))
            #expect(Nasty.unescaped(text) == Nasty.withoutControls(value))
        }
    }
}
