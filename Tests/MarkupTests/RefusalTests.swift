import Testing

@testable import Markup

@Suite("What can't be escaped is not written")
struct RefusalTests {
    static let value = "x"

    @Test(
        "a value in a place where nothing is safe is left out and kept as a defect",
        arguments: [
            ("<p class=\(value)>a</p>", "<p class=>a</p>", MarkupDefect(reason: .unquotedAttribute, element: "p", attribute: "class")),
            ("<p class=a\(value)>a</p>", "<p class=a>a</p>", MarkupDefect(reason: .unquotedAttribute, element: "p", attribute: "class")),
            ("<p \(value)>a</p>", "<p >a</p>", MarkupDefect(reason: .insideTag, element: "p")),
            ("<p data-\(value)=\"1\">a</p>", "<p data-=\"1\">a</p>", MarkupDefect(reason: .insideTag, element: "p", attribute: "")),
            (
                "<p onclick=\"\(value)\">a</p>", "<p onclick=\"\">a</p>",
                MarkupDefect(reason: .activeAttribute, element: "p", attribute: "onclick")
            ),
            ("<p STYLE='\(value)'>a</p>", "<p STYLE=''>a</p>", MarkupDefect(reason: .activeAttribute, element: "p", attribute: "STYLE")),
            ("<img srcset=\"\(value)\">", "<img srcset=\"\">", MarkupDefect(reason: .activeAttribute, element: "img", attribute: "srcset")),
            ("<script>\(value)</script>", "<script></script>", MarkupDefect(reason: .rawText, element: "script")),
            ("<STYLE>a{}\(value)</style>", "<STYLE>a{}</style>", MarkupDefect(reason: .rawText, element: "STYLE")),
            ("<script>'</b>\(value)'</script >", "<script>'</b>'</script >", MarkupDefect(reason: .rawText, element: "script")),
        ] as [(HTML, String, MarkupDefect)])
    func refused(page: HTML, expected: String, defect: MarkupDefect) {
        #expect(page.string == expected)
        #expect(page.defects.count == 1)
        #expect(page.defects.first?.reason == defect.reason)
        #expect(page.defects.first?.element == defect.element)
        if !defect.attribute.isEmpty { #expect(page.defects.first?.attribute == defect.attribute) }
    }

    @Test("a comment and a doctype take no values")
    func comments() {
        let value = "--><b>"
        let page: HTML = "<!doctype \(value)html><!-- \(value) > -- \(value)-->\(value)"
        #expect(page.string == "<!doctype html><!--  > -- -->--&gt;&lt;b&gt;")
        #expect(page.defects.map(\.reason) == [.comment, .comment, .comment])
    }

    @Test("markup is not put into an attribute")
    func markupInAttribute() {
        let icon: HTML = "<svg></svg>"
        let page: HTML = "<p title=\"\(icon)\">\(icon)</p>"
        #expect(page.string == "<p title=\"\"><svg></svg></p>")
        #expect(page.defects.map(\.reason) == [.markupWhereTextStands])
    }

    @Test(
        "a piece that doesn't end as text becomes nothing",
        arguments: ["<p", "<p title=\"", "<p title=\"a", "<!-- x", "<script>a", "<", "</p"] as [HTML])
    func unfinished(piece: HTML) {
        #expect(piece.isEmpty)
        #expect(piece.defects.map(\.reason) == [.unfinished])
    }

    @Test("a lone sign of less is text")
    func lessThan() {
        let page: HTML = "<p>1 < 2 \("<") 3</p>"
        #expect(page.string == "<p>1 < 2 &lt; 3</p>")
        #expect(page.defects.isEmpty)
    }

    @Test("defects of the pieces come up to the page")
    func defectsRise() {
        let piece: HTML = "<p class=\(Self.value)></p>"
        let page: HTML = "<main>\([piece, piece])\(with: Optional(1), { _ in piece })</main>"
        #expect(page.defects.count == 3)
        #expect((page + piece).defects.count == 4)
        #expect("\(piece.defects[0])" == "a value in an attribute without quotes: <p class>")
    }
}
