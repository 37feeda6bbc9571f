import Testing

@testable import Civic

@Suite("Identifiers that follow from names")
struct NamedIdentifierTests {
    @Test("the example of the standard")
    func example() {
        #expect(NamedIdentifier("www.example.com", in: .domains).description == "2ed6657d-e927-568b-95e1-2665a8aea6a2")
    }

    @Test("the same name has the same one, and no two names share one")
    func names() {
        #expect(NamedIdentifier("https://a.example/1", in: .addresses) == NamedIdentifier("https://a.example/1", in: .addresses))
        #expect(NamedIdentifier("a", in: .addresses) != NamedIdentifier("a", in: .domains))
        let many = Set((0..<1000).map { NamedIdentifier("\($0)", in: .addresses).description })
        #expect(many.count == 1000)
        #expect(many.allSatisfy { $0.wholeMatch(of: /[0-9a-f]{8}-[0-9a-f]{4}-5[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}/) != nil })
    }
}
