import Civic
import Markup
import Web

/// The sheet as it goes on paper, to be printed at home or handed over a counter: no way on, but everything that is needed on the way.
struct PaperView {
    let texts: Texts
    let source: Texts
    let reading: SheetReading
    let today: Day
    /// The beginning of the site's addresses, when it is known.
    let baseURL: String?

    private var sheet: ServiceSheet { reading.sheet }
    private var sections: SheetSections { SheetSections(texts: texts, source: source, reading: reading, today: today) }

    var page: Page {
        var page = Page(
            title: texts("sheet.print.title", ["title": sheet.title]),
            main: """
                <article class="wide sheet paper">\(sections.heading(linked: false))\
                <p class="screen"><a class="onward" href="\(texts.address(sheet.path))">\(texts["sheet.print.back"])</a> \(texts["sheet.print.how"])</p>
                \(sections.status)\
                <p class="lead"\(texts.lang())>\(sheet.summary)</p>
                \(sections.facts)\(sections.audience)\(sections.needs)\
                \(AmountViews(texts: texts, source: source, reading: reading, today: today).section)\
                \(sections.steps)\(sections.places(linked: false))\(sections.remarks)\
                <section><h2>\(texts["sheet.help"])</h2>
                <p>\(texts["foot.phone"]) <strong>101</strong> · \(texts["sheet.code"]) <strong>\(sheet.number.value)</strong></p>
                \(with: sheet.online, { "<p>\(texts["sheet.print.online"]) <span class=\"address\">\($0)</span></p>\n" })\
                \(with: baseURL, { "<p>\(texts["sheet.print.address"]) <span class=\"address\">\($0 + texts.address("/fichas/\(sheet.number.value)"))</span></p>\n" })\
                <p class="quiet">\(texts("sheet.print.day", ["day": texts.long(today), "checked": texts.short(sheet.checked)]))</p></section></article>
                """)
        page.isPaper = true
        return page
    }
}
