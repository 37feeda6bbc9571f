import Civic
import Markup
import Web

/// How people are asked about a sheet.
struct OpinionViews {
    let texts: Texts

    static func path(_ sheet: Int) -> String { "/fichas/\(sheet)/opinion" }

    /// The question at the foot of a sheet. It is the same for everyone, so it holds no form: two ways to one.
    func question(_ sheet: Int) -> HTML {
        let address = texts.address(Self.path(sheet))
        return """
            <aside class="help" aria-labelledby="opinion"><h2 id="opinion">\(texts["feedback.question"])</h2>
            <p class="buttons"><a class="button second" rel="nofollow" href="\(address)?sirvio=si">\(texts["feedback.yes"])</a>
            <a class="button second" rel="nofollow" href="\(address)?sirvio=no">\(texts["feedback.no"])</a></p></aside>

            """
    }

    func page(_ sheet: SheetSummary, form: HTML) -> Page {
        Page(
            title: texts("feedback.title", ["sheet": sheet.title]), path: Self.path(sheet.number), trail: trail(sheet),
            main: """
                <div class="wide">
                <h1>\(texts["feedback.question"])</h1>
                <p class="lead"\(texts.lang())>\(sheet.title)</p>
                \(form)
                <p class="quiet">\(texts["feedback.use"])</p>
                </div>
                """)
    }

    func thanks(_ sheet: SheetSummary) -> Page {
        Page(
            title: texts["feedback.thanks"], trail: trail(sheet),
            main: """
                <div class="wide">
                <h1>\(texts["feedback.thanks"])</h1>
                <p class="lead">\(texts["feedback.thanks.next"])</p>
                <p>\(texts["feedback.thanks.answer"])</p>
                \(Buttons.row([
                    Buttons.link(Link(texts.address(sheet.path), texts["feedback.back"]), .second),
                    Buttons.link(Link(texts.address("/ayuda"), texts["help.title"]), .plain),
                ]))
                </div>
                """)
    }

    private func trail(_ sheet: SheetSummary) -> [Link] {
        [Link(texts.address("/temas"), texts["topics.title"]), Link(texts.address(sheet.path), sheet.title)]
    }
}
