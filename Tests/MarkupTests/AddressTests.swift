import Testing

@testable import Markup

@Suite("Addresses lead only where a page may lead")
struct AddressTests {
    @Test(
        "allowed addresses stay as they are",
        arguments: [
            "https://www.example.cl/a?b=c#d", "http://localhost:8080/", "HTTPS://EXAMPLE.CL", "mailto:hola@example.cl", "tel:+56442362000",
            "/fichas/1-a",
            "fichas/1", "./a", "../a", "?pagina=2", "#contenido", "a/b:c", "",
        ])
    func allowed(address: String) {
        let link: HTML = "<a href=\"\(address)\">x</a>"
        #expect(link.string == "<a href=\"\(address)\">x</a>")
        #expect(link.defects.isEmpty)
    }

    @Test(
        "any other address leads nowhere",
        arguments: [
            "javascript:alert(1)", "JaVaScRiPt:alert(1)", " javascript:alert(1)", "java\tscript:alert(1)", "\u{1}javascript:alert(1)",
            "data:text/html,x",
            "vbscript:x", "//evil.example", "/\\evil.example", "\\\\evil.example", "https:evil", "https:///evil", "http:/evil", "blob:x",
            "file:///etc",
            "javascript&colon;:x", "a b",
        ])
    func refused(address: String) {
        for link: HTML in [
            "<a href=\"\(address)\">x</a>", "<a HREF='\(address)'>x</a>", "<a\(Attribute("href", address))>x</a>",
            "<form action=\"\(address)\"></form>",
            "<button formaction=\"\(address)\">x</button>", "<img src=\"\(address)\" alt=\"\">",
        ] {
            #expect(link.string.contains("about:invalid"), "\(link.string)")
            #expect(!link.string.contains("script:"))
        }
    }

    @Test("a part of an address is one part: it can't add a step, a query or a host")
    func parts() {
        let slug = "a/../b?c=d#e&f ñ+"
        let link: HTML = "<a href=\"/fichas/\(7)-\(slug)?q=\(slug)\">x</a>"
        #expect(link.string == "<a href=\"/fichas/7-a%2F..%2Fb%3Fc%3Dd%23e%26f%20%C3%B1+?q=a%2F..%2Fb%3Fc%3Dd%23e%26f%20%C3%B1%2B\">x</a>")
    }

    @Test("two values never meet as a host")
    func joints() {
        let root = "/"
        let empty = ""
        let host = "evil.example"
        let whole: HTML = "<a href=\"\(root)/\(host)\">x</a>"
        #expect(whole.string == "<a href=\"/evil.example\">x</a>")
        let parts: HTML = "<a href=\"/\(empty)/\(host)\">x</a>"
        #expect(parts.string == "<a href=\"/evil.example\">x</a>")
    }

    @Test("a scheme can't be put together out of two values or completed by the template")
    func assembled() {
        let scheme = "javascript"
        let code = ":alert(1)"
        let values: HTML = "<a href=\"\(scheme)\(code)\">x</a>"
        #expect(Nasty.destination(of: values.string.split(separator: "\"").map(String.init)[1]) == nil)
        let template: HTML = "<a href=\"\(scheme):\(code)\">x</a>"
        #expect(!template.string.contains("javascript"))
        #expect(template.defects.map(\.reason) == [.addressSuffix, .addressPrefix])
        let fixed: HTML = "<a href=\"javascript:\(code)\">x</a>"
        #expect(fixed.string == "<a href=\"about:invalid\">x</a>")
        let hidden: HTML = "<a href=\"&#106;avascript\(code)/\">x</a>"
        #expect(hidden.defects.map(\.reason) == [.addressPrefix])
    }

    @Test("an address with a fixed scheme takes its parts")
    func fixedScheme() {
        let host = "example.cl"
        let phone = "+56 44 236 2000"
        let links: HTML = "<a href=\"https://\(host)/a\">x</a><a href=\"tel:\(phone.filter { $0 != " " })\">y</a>"
        #expect(links.string == "<a href=\"https://example.cl/a\">x</a><a href=\"tel:+56442362000\">y</a>")
    }

    @Test("whatever the value is, the browser stays on the site or follows an allowed scheme")
    func property() {
        var random = SeededRandom(seed: 2)
        let schemes: Set<String?> = [nil, "https", "http", "mailto", "tel", "about"]
        for _ in 0..<700 {
            let (one, two) = (Nasty.text(using: &random), Nasty.text(using: &random))
            for link: HTML in [
                "<a href=\"\(one)\">", "<a href=\"\(one)/\(two)\">", "<a href=\"\(one)\(two)\">", "<a href=\"/\(one)/\(two)\">",
                "<a href=\"/\(one)\(two)/\">",
                "<a href=\"/\(one)?a=\(two)\">", "<a href=\"\(one)/\(two)/x\">", "<a\(Attribute("href", one))>",
            ] {
                let pieces = link.string.split(separator: "\"", omittingEmptySubsequences: false)
                #expect(pieces.count == 3)
                #expect(schemes.contains(Nasty.destination(of: Nasty.unescaped(String(pieces[1])))), "\(link.string)")
            }
        }
    }
}
