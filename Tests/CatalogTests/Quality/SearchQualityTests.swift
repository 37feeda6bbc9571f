import Searches
import Testing

@testable import Catalog

@Suite("How good the search is, on queries that were judged before it was made")
struct SearchQualityTests {
    private func found(_ text: String, _ book: SearchBook) -> [String] {
        let results = book.find(SearchQuery(text))
        return results.shown.prefix(60).map { results.entry($0).judgedKey }
    }

    private func measures(_ half: JudgedQuery.Half, times: Int = 1, _ change: (String) -> String = { $0 }) throws -> Measures {
        let book = try Books.shipped()
        var measures = Measures()
        for query in try JudgedQuery.all() where query.half == half {
            for _ in 0..<times { measures.add(found(change(query.text), book), query.grades) }
        }
        return measures
    }

    @Test("both halves stay above their floors", arguments: [(JudgedQuery.Half.tune, 0.95, 0.97, 0.95), (.held, 0.91, 0.95, 0.91)])
    func floors(_ half: JudgedQuery.Half, nDCG: Double, success: Double, mrr: Double) throws {
        let measures = try measures(half)
        print("judged queries, \(half): \(measures.count), nDCG@10 \(measures.nDCG), success@3 \(measures.successAt3), MRR \(measures.mrr)")
        #expect(measures.count >= 50)
        #expect(measures.nDCG >= nDCG)
        #expect(measures.successAt3 >= success)
        #expect(measures.mrr >= mrr)
    }

    @Test("one typing mistake costs three points of nDCG at most", arguments: JudgedQuery.Half.allCases)
    func mistakes(_ half: JudgedQuery.Half) throws {
        let clean = try measures(half)
        var mistakes = Mistakes(seed: 7)
        let spoilt = try measures(half, times: 3) { mistakes.spoil($0) }
        print("one mistake, \(half): nDCG@10 \(spoilt.nDCG) of \(clean.nDCG)")
        #expect(spoilt.nDCG >= clean.nDCG - 0.03)
    }

    @Test("a query whose words are all known is never changed")
    func untouched() throws {
        let book = try Books.shipped()
        for query in try JudgedQuery.all() {
            let words = query.text.split(separator: " ").map(String.init)
            guard words.allSatisfy({ book.find(SearchQuery($0)).findings.corrections.isEmpty }) else { continue }
            #expect(book.find(SearchQuery(query.text)).findings.corrections.isEmpty, "\(query.text)")
        }
    }

    @Test("every judgement names something that is there")
    func judgements() throws {
        let keys = Set(try Books.shipped().entries.map(\.judgedKey))
        let queries = try JudgedQuery.all()
        #expect(Set(queries.map(\.text)).count == queries.count && queries.count >= 100)
        for query in queries {
            #expect(!query.grades.isEmpty && query.grades.values.allSatisfy { 1...3 ~= $0 }, "\(query.text)")
            for key in query.grades.keys { #expect(keys.contains(key), "\(query.text): \(key)") }
        }
    }
}
