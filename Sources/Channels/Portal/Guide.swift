import Civic
import Markup
import Web

/// A page of plain prose in sections: its own table of contents first, so that nobody reads more than they came for.
struct Guide {
    struct Section {
        /// Where the contents lead to.
        let id: String
        let title: String
        let body: HTML
    }

    let texts: Texts
    let path: String
    let title: String
    let lead: String
    let sections: [Section]

    var page: Page {
        Page(
            title: title, summary: lead, path: path,
            main: """
                <div class="wide guide"><h1>\(title)</h1>
                <p class="lead">\(lead)</p>
                <nav aria-label="\(texts["guide.contents"])"><ul class="ways">
                \(each: sections, { "<li><a href=\"\("#" + $0.id)\">\($0.title)</a></li>\n" })</ul></nav>
                \(each: sections, { "<section id=\"\($0.id)\"><h2>\($0.title)</h2>\n\($0.body)</section>\n" })</div>
                """)
    }

    static func list(_ items: [String]) -> HTML { "<ul>\n\(each: items, { "<li>\($0)</li>\n" })</ul>\n" }
    static func text(_ words: String) -> HTML { "<p>\(words)</p>\n" }
    static func way(_ address: String, _ words: String) -> HTML { "<p><a class=\"onward\" href=\"\(address)\">\(words)</a></p>\n" }
}
