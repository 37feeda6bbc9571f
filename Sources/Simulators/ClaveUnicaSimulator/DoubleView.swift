import Civic
import HTTPTypes
import Markup
import Web

/// The double's pages for people. Each says first what it is.
struct DoubleView {
    let texts: Texts

    func people(_ authorization: Authorization, _ form: HTML, query: String) -> Page {
        page(
            texts["simulator.title"],
            """
            \(form)
            <p><a href="\("\(DoublePages.path)/openid/authorize/negar?\(query)")">\(texts["simulator.deny"])</a></p>
            <p><a href="\(DoublePages.path)">\(texts["simulator.switches"])</a></p>
            """)
    }

    func switches(_ form: HTML) -> Page {
        page(texts["simulator.switches"], "<p class=\"lead\">\(texts["simulator.switches.lead"])</p>\n\(form)")
    }

    func refused(_ refusal: Authorization.Refusal) -> Page {
        var page = page(texts["simulator.refused"], "<p class=\"lead\" lang=\"es\">\(refusal.rawValue)</p>")
        page.status = .badRequest
        return page
    }

    var nobody: Page {
        var page = page(texts["simulator.refused"], "<p class=\"lead\">\(texts["simulator.refused.lead"])</p>")
        page.status = .badRequest
        return page
    }

    private func page(_ title: String, _ content: HTML) -> Page {
        Page(
            title: title, trail: [Link(texts.address("/"), texts["site.name"])],
            main: """
                <div class="wide">
                <h1>\(title)</h1>
                \(Alert.box(.attention, "<p>\(texts["simulator.notice"])</p>", texts: texts))
                \(content)
                </div>
                """)
    }
}
