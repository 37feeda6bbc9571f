import Civic
import Markup
import Web

/// A copy as a page for paper: no menus, the whole of it on one page.
struct CopyView {
    let texts: Texts
    let copy: PersonalCopy
    let made: Instant

    var page: Page {
        var page = Page(
            title: texts["myCopy.title"],
            main: """
                <div class="wide">
                <h1>\(texts["myCopy.title"])</h1>
                <p class="lead">\(texts("myCopy.made", ["day": texts.long(Day(of: made)), "hour": texts.hour(made)]))</p>
                <p>\(texts["myCopy.print"])</p>
                \(each: copy.parts, part)\
                <h2>\(texts["myCopy.more"])</h2>
                <p>\(texts["myCopy.more.text"])</p>
                <p><a href="\(texts.address("/mi/derechos"))">\(texts["myRights.title"])</a></p>
                </div>
                """)
        page.isPaper = true
        return page
    }

    private func part(_ part: PersonalCopy.Part) -> HTML {
        """
        <h2>\(part.title)</h2>
        \(part.items.isEmpty ? "<p>\(texts["myCopy.nothing"])</p>\n" : "<dl class=\"answers\">\n\(each: part.items, item)</dl>\n")
        """
    }

    private func item(_ item: PersonalCopy.Item) -> HTML {
        let since = item.since.flatMap { Day(iso: $0) }.map { texts("myCopy.since", ["source": item.source, "day": texts.short($0)]) }
        return """
            <div><dt>\(item.label)</dt><dd>\(lines(item.value))
            <br><span class="quiet">\(since ?? item.source)</span>\(with: item.use, { "<br><span class=\"quiet\">\($0)</span>" })</dd></div>

            """
    }

    private func lines(_ words: String) -> HTML {
        words.split(separator: "\n").map { HTML(text: String($0)) }.joined(separator: "<br>")
    }
}
