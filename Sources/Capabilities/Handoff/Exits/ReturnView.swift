import Civic
import Markup
import Ports
import Web

/// What people see who come back.
struct ReturnView {
    let texts: Texts

    func start(_ form: HTML) -> Page {
        page(
            texts["handoff.return.title"], path: "/volver",
            """
            <p class="lead">\(texts["handoff.return.lead"])</p>
            \(form)
            <p><a href="\(texts.address("/datos/quiebres"))">\(texts["handoff.return.breaks"])</a></p>
            """)
    }

    /// `link` is nil when the sheet has no address any more.
    func question(_ link: OutsideLinks.Link?, _ form: HTML) -> Page {
        page(
            texts["handoff.return.question"],
            """
            \(with: link, { "<p class=\"lead\">\(texts.content($0.title)) · \(texts.content($0.institutionName))</p>\n" })\(form)
            <p class="quiet">\(texts["handoff.exit.code.nobody"])</p>
            """)
    }

    var thanks: Page {
        page(
            texts["handoff.return.thanks"],
            """
            <p class="lead">\(texts["handoff.return.thanks.next"])</p>
            \(Buttons.row([
                Buttons.link(Link(texts.address("/datos/quiebres"), texts["handoff.return.breaks"]), .second),
                Buttons.link(Link(texts.address("/"), texts["handoff.return.home"]), .plain),
            ]))
            """)
    }

    var expired: Page { nothing(texts["handoff.return.expired"], texts["handoff.return.expired.next"]) }

    /// 200: the address is right, and what stands on it is advice.
    var unknown: Page { nothing(texts["handoff.return.unknown"], texts["handoff.return.unknown.next"]) }

    private func nothing(_ title: String, _ next: String) -> Page {
        page(
            title,
            """
            <p class="lead">\(next)</p>
            \(Buttons.row([
                Buttons.link(Link(texts.address("/volver"), texts["handoff.return.again"])),
                Buttons.link(Link(texts.address("/ayuda"), texts["help.title"]), .plain),
            ]))
            """)
    }

    private func page(_ title: String, path: String? = nil, _ content: HTML) -> Page {
        Page(
            title: title, path: path, trail: [Link(texts.address("/"), texts["site.name"])],
            main: """
                <div class="wide">
                <h1>\(title)</h1>
                \(content)
                </div>
                """)
    }
}
