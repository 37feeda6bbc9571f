import Civic
import Markup
import Web

/// Requests in another's name as pages.
struct ActingRightsViews {
    let texts: Texts
    let today: Day

    private var clock: ClockWords { ClockWords(texts: texts, today: today) }

    func list(_ requests: [RightsRequest], _ acting: Acting) -> Page {
        Page(
            title: texts["acting.rights"], trail: trail(acting),
            main: """
                <div class="wide">
                <h1>\(texts["acting.rights"])</h1>
                <p class="lead">\(texts("acting.rights.lead", ["name": acting.name]))</p>
                <h2>\(texts["myRights.ask"])</h2>
                <ul class="ways">
                \(each: Right.askable, { right in
                    "<li><a href=\"\(texts.address(acting.path + "/derechos/nueva"))?derecho=\(right.rawValue)\">\(texts[right.titleForAnother])</a></li>\n"
                })</ul>
                <h2>\(texts["acting.rights.asked"])</h2>
                \(requests.isEmpty ? "<p>\(texts["acting.rights.none"])</p>" : rows(requests, acting))
                </div>
                """)
    }

    private func rows(_ requests: [RightsRequest], _ acting: Acting) -> HTML {
        """
        <ul class="cards">
        \(each: requests, { request in
            """
            <li><h3><a href="\(texts.address("\(acting.path)/derechos/\(request.code.plain)"))">\(texts[request.right.titleForAnother])</a></h3>
            <p>\(clock.tag(request)) \(clock.sentence(request))</p>
            <p class="quiet">\(texts("myRights.filed", ["day": texts.short(Day(of: request.filed)), "code": request.code.description]))</p></li>

            """
        })</ul>
        """
    }

    func form(_ form: HTML, _ acting: Acting) -> Page {
        Page(
            title: texts["acting.rights.new"], trail: trail(acting) + [rights(acting)],
            main: """
                <div class="wide">
                <h1>\(texts["acting.rights.new"])</h1>
                <p class="lead">\(texts("acting.rights.lead", ["name": acting.name]))</p>
                \(form)
                </div>
                """)
    }

    func page(_ request: RightsRequest, _ acting: Acting) -> Page {
        Page(
            title: texts[request.right.titleForAnother], trail: trail(acting) + [rights(acting)],
            main: """
                <div class="wide">
                \(Confirmation.box(
                    texts[request.right.titleForAnother], folio: request.code.description,
                    "<p>\(clock.tag(request)) \(clock.sentence(request))</p>\n<p>\(texts("myRights.filed.on", ["day": texts.long(Day(of: request.filed)), "hour": texts.hour(request.filed)]))</p>",
                    texts: texts))
                <p>\(texts("acting.rights.answer", ["name": acting.name]))</p>
                <p><a class="onward" href="\(texts.address(acting.path + "/derechos"))">\(texts["acting.rights"])</a></p>
                </div>
                """)
    }

    private func trail(_ acting: Acting) -> [Link] { [Link(texts.address(acting.path), acting.name)] }

    private func rights(_ acting: Acting) -> Link { Link(texts.address(acting.path + "/derechos"), texts["acting.rights"]) }
}
