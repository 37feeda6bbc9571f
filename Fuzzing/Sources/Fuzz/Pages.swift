import Foundation
import Markup
import NIOCore
import Searches

@testable import Catalog
@testable import Web

extension Parser {
    private static let index: SearchIndex = {
        let words = Lexicon(stopWords: ["de", "la"], synonyms: [("viejitos", "personas mayores")], familiar: ["gato"])
        let names = ["Bono de invierno", "Clave Única", "Personas mayores", "Certificado de nacimiento"]
        return SearchIndex(
            names.map { SearchDocument(passages: [.init(0, $0)]) }, fields: [SearchField(weight: 5, isName: true)], lexicon: words)
    }()

    /// What is written into pages.
    static let pages: [Parser] = [
        .text("markup") { text in
            let html: HTML = "<p title=\"\(text)\">\(text)</p><a href=\"\(text)\">\(text)</a>"
            must(html.defects.isEmpty, "text has a place")
            let inside = html.string.dropFirst("<p title=\"".count)
            must(inside.filter { $0 == "<" }.count == 3, "text opens no tag")
            must(!html.string.lowercased().contains("href=\"javascript:"), "an address runs nothing")
        },
        .text("search") { text in
            let query = SearchQuery(text)
            must(query.text.count <= 200, "a query is short")
            must(!query.isPersonal || query.text.isEmpty, "a number of a person is not searched")
            for isOpen in [false, true] {
                let findings = index.find(text, isOpen: isOpen)
                must(findings.hits.count <= index.count, "nothing is found twice")
                must(index.marks(in: text, for: findings).allSatisfy { !text[$0].isEmpty }, "what is marked is a word")
            }
            must(index.near(text, most: 3).count <= 3, "few words are offered")
        },
        .text("event") { text in
            let event = String(buffer: ServerSentEvent.bytes(id: 1, data: text))
            must(event.hasSuffix("\n\n") && !event.dropLast(2).contains("\n\n"), "an event ends once")
        },
    ]
}
