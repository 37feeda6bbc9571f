import Civic
import Flows
import Markup
import Web

/// What can be done here, and how each begins.
struct StartViews {
    let texts: Texts
    let view: RunViews

    func all(_ services: [Service]) -> Page {
        Page(
            title: texts["procedures.title"], summary: texts["procedures.lead"], path: "/tramites",
            main: """
                <div class="wide"><h1>\(texts["procedures.title"])</h1>
                <p class="lead">\(texts["procedures.lead"])</p>
                <p><a class="onward" href="\(texts.address("/tramites/seguir"))">\(texts["procedures.follow"])</a></p>
                \(view.offered(services, "/tramites"))</div>
                """)
    }

    func start(_ service: Service) -> Page {
        Page(
            title: service.title.said(in: texts.language).text, summary: service.lead.said(in: texts.language).text,
            path: "/tramites/\(service.id)", trail: [Link(texts.address("/tramites"), texts["procedures.title"])],
            main: """
                <div class="wide"><h1>\(view.words(service.title))</h1>
                <p class="lead">\(view.words(service.lead))</p>
                \(known(service))
                \(Buttons.row([Buttons.link(Link(texts.address("/mi/tramites/nuevo/\(service.id)"), texts["procedures.begin"]))]))
                <p class="quiet">\(texts["procedures.begin.how"])</p></div>
                """)
    }

    func begin(_ service: Service, _ form: HTML) -> Page {
        Page(
            title: service.title.said(in: texts.language).text, trail: [Link(texts.address(view.root), texts[view.name])],
            main: """
                <div class="wide"><h1>\(view.words(service.title))</h1>
                <p class="lead">\(view.words(service.lead))</p>
                \(known(service))
                \(form)</div>
                """)
    }

    /// Which registers will be asked, and by which law: said before it is done.
    private func known(_ service: Service) -> HTML {
        guard !service.facts.isEmpty else { return HTML() }
        return """
            <h2>\(texts["procedures.known"])</h2>
            <p>\(texts["procedures.known.lead"])</p>
            <ul>
            \(each: service.facts, { fact in
                "<li>\(view.words(fact.name)) <span class=\"quiet\">\(texts.register(fact.register)), \(fact.basis)</span></li>\n"
            })</ul>
            """
    }
}
