import Civic
import Foundation
import TestKit
import Testing

@testable import Catalog

@Suite("Addresses of searches")
struct SearchAddressTests {
    private let texts: Texts

    init() throws { texts = try Texts(file: Reference.root + "/Texts/es.json", language: "es") }

    private func address(_ text: String, isLiteral: Bool = false, _ asked: [String: String] = [:]) throws -> SearchAddress {
        let filter = SearchFilter({ asked[$0] }, isKnown: { _, _ in true })
        let results = try Books.book([]).find(SearchQuery(text, isLiteral: isLiteral), filter)
        return SearchAddress(texts: texts, results: results)
    }

    @Test(
        "whatever was typed comes back as it was, and nothing of it is read as something else",
        arguments: ["bono", "ñandú & cía", "a=b&c#d?e/f", "100% \"gratis\" <b>", "+56 x", "🙂", "a\u{301}", "'; --", "~.-_"])
    func escaped(_ text: String) {
        #expect(text.queryEscaped.removingPercentEncoding == text)
        #expect(
            text.queryEscaped.utf8.allSatisfy { $0 == UInt8(ascii: "%") || UnicodeScalar($0).properties.isAlphabetic || 0x30...0x39 ~= $0 })
        let parts = URLComponents(string: SearchAddress.of(text, texts))
        #expect(parts?.path == "/buscar" && parts?.queryItems == [URLQueryItem(name: "q", value: text)] && parts?.fragment == nil)
    }

    @Test("bytes below sixteen have two digits")
    func digits() {
        #expect("\n\t\u{0}\u{7F}".queryEscaped == "%0A%09%00%7F" && "ñ".queryEscaped == "%C3%B1" && "".queryEscaped == "")
    }

    @Test("they carry what is chosen in one order, the page from the second on, and whether it is meant as typed")
    func parts() throws {
        let address = try address("bono", ["comuna": "13101", "tipo": "fichas", "gratis": "yes", "other": "x"])
        #expect(address() == "/buscar?q=bono&tipo=fichas&gratis=yes&comuna=13101")
        #expect(address(page: 2) == "/buscar?q=bono&tipo=fichas&gratis=yes&comuna=13101&pagina=2")
        #expect(
            address(SearchFilter()) == "/buscar?q=bono" && address(SearchFilter(), page: 1, isLiteral: true) == "/buscar?q=bono&exacta=1")
        #expect(address(address.results.filter.without(.kind)) == "/buscar?q=bono&gratis=yes&comuna=13101")
        #expect(try self.address("bono", isLiteral: true)(isLiteral: false) == "/buscar?q=bono")
        #expect(try self.address("bono", isLiteral: true)() == "/buscar?q=bono&exacta=1")
    }

    @Test("a value that is too long, or not known, is not carried on")
    func unknown() throws {
        let long = String(repeating: "x", count: 101)
        #expect(try address("a", ["tema": long])() == "/buscar?q=a")
        #expect(try address("a", ["tema": String(long.dropLast())])() == "/buscar?q=a&tema=" + long.dropLast())
        #expect(SearchFilter({ _ in "x" }, isKnown: { _, _ in false }) == SearchFilter())
    }

    @Test("what a person typed about themselves stands in no address")
    func personal() throws {
        #expect(try address("bono 12.345.678-5")() == "/buscar?q=")
    }
}
