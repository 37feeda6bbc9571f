import Civic
import HTTPTypes
import Markup
import Web

/// What stands at the address of a sheet that is gone: since when, why, and where to go instead.
struct WithdrawnView {
    let texts: Texts
    let sheet: WithdrawnSheet
    let replacement: SheetSummary?

    var page: Page {
        let words = texts("sheet.withdrawn.text", ["day": texts.long(sheet.day)])
        return Page(
            title: texts("sheet.withdrawn", ["title": sheet.title]), status: .gone,
            main: """
                <div class="wide"><p class="kind">\(texts["sheet.withdrawn.kind"])</p>
                <h1\(texts.lang())>\(sheet.title)</h1>
                <p class="notice">\(words)\(with: sheet.reason, { " \(texts.content($0))" })</p>
                \(replacement.map(instead) ?? elsewhere)</div>
                """)
    }

    private func instead(_ other: SheetSummary) -> HTML {
        """
        <h2>\(texts["sheet.withdrawn.instead"])</h2>
        <ul class="sheets"\(texts.lang())>
        <li><a href="\(texts.address(other.path))">\(other.title)</a><p>\(other.summary)</p></li>
        </ul>
        """
    }

    private var elsewhere: HTML {
        """
        <p>\(texts["sheet.withdrawn.elsewhere"])</p>
        \(SearchBox(texts: texts, value: sheet.title).html)
        """
    }
}
