import Civic
import Foundation
import Testing

@testable import Catalog

@Suite("The search as programs read it")
struct SearchAnswerTests {
    private func object(_ asked: String, _ entries: [SearchEntry], page: Int = 1) throws -> [String: Any] {
        let results = try Books.book(entries).find(SearchQuery(asked))
        let data = try JSONEncoder().encode(SearchAnswer(results, page: page, texts: try SheetViewTests.texts()))
        return try #require(try JSONSerialization.jsonObject(with: data) as? [String: Any])
    }

    @Test("query, total, page, pages, corrected, items and facets are always there")
    func shape() throws {
        let entries = try (1...25).map { try Books.sheet($0, "Bono \($0)") }
        let answer = try object("bono", entries, page: 2)
        #expect(Set(answer.keys) == ["query", "total", "page", "pages", "corrected", "items", "facets"])
        #expect(answer["total"] as? Int == 25 && answer["page"] as? Int == 2 && answer["pages"] as? Int == 3)
        #expect(answer["corrected"] is NSNull)
        let items = try #require(answer["items"] as? [[String: Any]])
        #expect(items.count == 10 && items[0]["kind"] as? String == "benefit")
        #expect((items[0]["address"] as? String)?.hasPrefix("/fichas/") == true)
        let facets = try #require(answer["facets"] as? [String: [[String: Any]]])
        #expect(facets["institucion"]?.first?["name"] as? String == "Instituto" && facets["institucion"]?.first?["count"] as? Int == 25)
    }

    @Test("a correction is said, and nothing found is an answer too")
    func others() throws {
        #expect(try object("vono", [try Books.sheet(1, "Bono")])["corrected"] as? String == "bono")
        let none = try object("zapato", [try Books.sheet(1, "Bono")])
        #expect(none["total"] as? Int == 0 && (none["items"] as? [Any])?.isEmpty == true && none["pages"] as? Int == 1)
    }
}
