@testable import Searches

/// A handful of documents with a name and a text.
enum Shelf {
    static let fields = [SearchField(weight: 5, damping: 0.3, isName: true), SearchField(weight: 1)]
    static let lexicon = Lexicon(
        stopWords: ["de", "la", "para"],
        synonyms: [("viejo", "persona mayor"), ("carné de identidad", "cédula"), ("nadie", "palabra ausente")], familiar: ["gato"])

    static func index(_ documents: [(String, String)], opened: [Int: Int] = [:], factors: [Int: Float] = [:]) -> SearchIndex {
        SearchIndex(
            documents.enumerated().map { number, document in
                SearchDocument(
                    passages: [.init(0, document.0), .init(1, document.1)], factor: factors[number] ?? 1, opened: opened[number] ?? 0)
            }, fields: fields, lexicon: lexicon)
    }

    static func found(_ text: String, _ documents: [(String, String)], isOpen: Bool = false) -> [Int] {
        index(documents).find(text, isOpen: isOpen).hits.map(\.document)
    }
}
