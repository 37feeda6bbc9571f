import Testing

@testable import Searches

@Suite("The order is the same each time")
struct SteadyOrderTests {
    private static let words = ["bono", "pensión", "cédula", "subsidio", "agua", "luz", "hogar", "registro", "social", "licencia"]

    /// Documents that differ little, always the same.
    private static let documents: [(String, String)] = (0..<200).map { number in
        let name = words[number % 10] + " " + words[number / 7 % 10]
        let text = (0..<6).map { step in words[(number * 3 + step * step) % 10] }
        return (name, text.joined(separator: " "))
    }

    private static let queries = ["bono", "pensiones agua", "regitro social", "hogarsocial luz", "licen", "subsidio de la luz y del agua"]

    @Test("of equals the first is first")
    func ties() {
        #expect(Shelf.found("bono", (0..<50).map { _ in ("Bono", "x") }) == Array(0..<50))
    }

    @Test("an index of the same documents gives the same answers with the same scores")
    func twice() {
        let (one, other) = (Shelf.index(Self.documents), Shelf.index(Self.documents))
        for query in Self.queries {
            for isOpen in [false, true] {
                let hits = one.find(query, isOpen: isOpen).hits
                #expect(hits == other.find(query, isOpen: isOpen).hits && !hits.isEmpty, "\(query)")
            }
            #expect(one.near(query, most: 9) == other.near(query, most: 9))
        }
    }

    @Test("hits come in the order of their scores, each once, and none below a share of the best", arguments: queries)
    func scores(_ query: String) throws {
        let hits = Shelf.index(Self.documents).find(query).hits
        let best = try #require(hits.first?.score)
        for (left, right) in zip(hits, hits.dropFirst()) {
            let isEqual = left.score == right.score
            #expect(isEqual ? left.document < right.document : left.score > right.score)
        }
        #expect(hits.allSatisfy { $0.score >= best * 0.15 && $0.score.isFinite } && Set(hits.map(\.document)).count == hits.count)
    }

    private static func another() async -> SearchIndex {
        Shelf.index(documents + [("Bono nuevo", "x")])
    }

    @Test("a hundred who search while others are being made have the answers of one who is alone")
    func together() async {
        let index = Shelf.index(Self.documents)
        let expected = Self.queries.map { index.find($0).hits }
        let new = await withTaskGroup(of: Bool.self) { group in
            async let other = Self.another()
            for number in 0..<100 {
                group.addTask {
                    let at = number % Self.queries.count
                    return index.find(Self.queries[at]).hits == expected[at]
                }
            }
            for await same in group { #expect(same) }
            return await other
        }
        #expect(new.count == index.count + 1 && new.find("nuevo").hits.map(\.document) == [200] && index.find("nuevo").hits.isEmpty)
    }
}
