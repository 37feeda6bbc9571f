import Testing

@testable import Searches

@Suite("The index of many documents")
struct SizeTests {
    @Test("each word of each document finds it, and nothing else does")
    func all() {
        let documents = (0..<300).map { ("cosa\($0)", "texto\($0 % 7)") }
        let index = Shelf.index(documents)
        for number in stride(from: 0, to: 300, by: 37) {
            #expect(index.find("cosa\(number)", corrects: false).hits.map(\.document) == [number])
        }
        #expect(Set(index.find("texto3").hits.map(\.document)) == Set((0..<300).filter { $0 % 7 == 3 }))
    }

    @Test("searches at the same time have the same answers")
    func together() async {
        let index = Shelf.index((0..<100).map { ("bono \($0)", "pensión") })
        let expected = index.find("pensiones bono 7").hits
        await withTaskGroup(of: Bool.self) { group in
            for _ in 0..<50 { group.addTask { index.find("pensiones bono 7").hits == expected } }
            for await same in group { #expect(same) }
        }
        #expect(expected.first?.document == 7)
    }
}
