import Civic
import Hummingbird
import Markup
import Web

/// What is around every page of the desk's own.
struct DeskFrame: Sendable {
    let pages: Pages
    let reception: Reception

    var texts: Texts { pages.texts }

    func answer(_ request: Request, _ context: WebContext, _ page: Page) -> Response {
        pages.make(request, context, as: nil, page).unlisted
    }

    func page(_ title: TextKey, path: String, lead: TextKey, _ main: HTML) -> Page {
        Page(
            title: texts[title], path: path, trail: [Link(texts.address("/mesa"), texts["desk.title"])],
            main: """
                <div class="wide"><h1>\(texts[title])</h1>
                <p class="lead">\(texts[lead])</p>
                \(main)</div>
                """)
    }

    /// A day and an hour as they stand in tables.
    func moment(_ instant: Instant) -> String { "\(Day(of: instant).numeric) \(texts.hour(instant))" }
}
