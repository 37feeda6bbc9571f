import Civic
import Markup
import Web

/// How the site is made for everyone, what is still missing, and how to say so.
struct AccessibilityView {
    let texts: Texts

    var page: Page {
        Guide(
            texts: texts, path: "/accesibilidad", title: texts["accessibility.title"], lead: texts["accessibility.lead"],
            sections: [
                .init(id: "hecho", title: texts["accessibility.done"], body: Guide.list(texts.items(of: "accessibility.done.items"))),
                .init(id: "letra", title: texts["accessibility.look"], body: Guide.list(texts.items(of: "accessibility.look.items"))),
                .init(
                    id: "teclado", title: texts["accessibility.keyboard"], body: Guide.list(texts.items(of: "accessibility.keyboard.items"))
                ),
                .init(id: "lector", title: texts["accessibility.reader"], body: Guide.list(texts.items(of: "accessibility.reader.items"))),
                .init(id: "falta", title: texts["accessibility.limits"], body: Guide.list(texts.items(of: "accessibility.limits.items"))),
                .init(
                    id: "avisar", title: texts["accessibility.tell"],
                    body: "\(Guide.text(texts["accessibility.tell.text"]))\(Guide.text(texts["accessibility.tell.law"]))"),
            ]
        ).page
    }
}
