import Foundation
import Markup
import NIOCore

@testable import Catalog
@testable import Web

extension Parser {
    private static let words = try? SearchWords(stopWords: "de\nla\n", synonyms: "termino,equivalente\nviejitos,personas mayores\n")

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
            guard let words else { return }
            let query = SearchQuery(text, words)
            must(query.text.count <= 200, "a query is short")
            must(!query.isPersonal || query.terms.isEmpty, "a number of a person is not searched")
        },
        .text("event") { text in
            let event = String(buffer: ServerSentEvent.bytes(id: 1, data: text))
            must(event.hasSuffix("\n\n") && !event.dropLast(2).contains("\n\n"), "an event ends once")
        },
    ]
}
