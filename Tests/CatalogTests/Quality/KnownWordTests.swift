import Testing

@testable import Catalog
@testable import Searches

@Suite("Words of the whole catalogue")
struct KnownWordTests {
    @Test("none is taken for a mistake, as it is written and as it is folded")
    func untouched() throws {
        let book = try Books.shipped()
        let reader = QueryReader(index: book.index, corrects: true, isOpen: false)
        var typed: Set<String> = Set(book.index.vocabulary.words)
        for text in book.entries.flatMap(\.passages).map(\.text) {
            for word in FoldedWord.all(in: text) { typed.insert(String(text[word.range])) }
        }
        #expect(typed.count > 3000)
        let changed = typed.filter { !reader.read($0).corrections.isEmpty }
        #expect(changed.isEmpty, "\(changed.sorted().prefix(9))")
    }

    @Test("each of every hundred finds something, alone and while it is typed")
    func found() throws {
        let index = try Books.shipped().index
        for word in index.vocabulary.words.enumerated().filter({ $0.offset % 100 == 0 }).map(\.element) {
            #expect(!index.find(word).hits.isEmpty && !index.find(word, isOpen: true).hits.isEmpty, "\(word)")
        }
    }

    @Test("what people say, and what is familiar, is no mistake either")
    func said() throws {
        let index = try Books.shipped().index
        let reader = QueryReader(index: index, corrects: true, isOpen: false)
        let words = index.synonyms.words.union(index.lexicon.familiar).union(index.lexicon.stopWords)
        let changed = words.filter { !reader.read($0).corrections.isEmpty }
        #expect(words.count > 300 && changed.isEmpty, "\(changed.sorted().prefix(9))")
    }
}
