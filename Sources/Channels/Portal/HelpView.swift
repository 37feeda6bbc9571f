import Civic
import Markup
import Ports
import Web

/// How to get what one came for: with the site, by telephone, in person, without ClaveUnica, and what to bring.
struct HelpView {
    let texts: Texts
    let callCentre: CallCentre.Reading?

    var page: Page {
        Guide(
            texts: texts, path: "/ayuda", title: texts["help.title"], lead: texts["help.lead"],
            sections: [
                .init(id: "sitio", title: texts["help.site"], body: Guide.list(texts.items(of: "help.site.items"))),
                .init(id: "telefono", title: texts["help.phone"], body: phone),
                .init(
                    id: "sin-internet", title: texts["help.offline"],
                    body:
                        "\(Guide.list(texts.items(of: "help.offline.items")))\(Guide.way(texts.address("/lugares"), texts["help.offline.places"]))"
                ),
                .init(
                    id: "sin-clave", title: texts["help.key"],
                    body:
                        "\(Guide.list(texts.items(of: "help.key.items")))\(Guide.way(texts.address("/buscar") + "?q=claveunica", texts["help.key.search"]))"
                ),
                .init(id: "que-llevar", title: texts["help.bring"], body: Guide.list(texts.items(of: "help.bring.items"))),
            ]
        ).page
    }

    private var phone: HTML {
        guard let centre = callCentre else { return Guide.text(texts["help.phone.unknown"]) }
        return """
            <p class="call"><a href="tel:\(centre.phone.filter { $0 != " " })">\(centre.phone)</a></p>
            \(with: centre.hours, { Guide.text(texts("help.phone.hours", ["hours": $0])) })\
            \(with: centre.note, { "<p\(texts.lang())>\($0)</p>\n" })\
            \(Guide.list(texts.items(of: "help.phone.items")))
            """
    }
}
