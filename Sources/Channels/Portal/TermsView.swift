import Civic
import Markup
import Web

/// On what terms the site is used: what it is and is not, how far its content can be relied on, what may be done with it.
struct TermsView {
    let texts: Texts

    var page: Page {
        Guide(
            texts: texts, path: "/terminos", title: texts["terms.title"], lead: texts["terms.lead"],
            sections: [
                .init(id: "que-es", title: texts["terms.what"], body: Guide.list(texts.items(of: "terms.what.items"))),
                .init(id: "confianza", title: texts["terms.content"], body: Guide.list(texts.items(of: "terms.content.items"))),
                .init(id: "otros-sitios", title: texts["terms.links"], body: Guide.list(texts.items(of: "terms.links.items"))),
                .init(id: "reutilizar", title: texts["terms.reuse"], body: Guide.list(texts.items(of: "terms.reuse.items"))),
                .init(
                    id: "errores", title: texts["terms.mistakes"],
                    body: """
                        \(Guide.list(texts.items(of: "terms.mistakes.items")))\
                        \(Guide.way(texts.address("/privacidad"), texts["terms.privacy"]))
                        """),
            ]
        ).page
    }
}
