import Civic
import Markup
import Ports
import Web

/// What the site knows of people, what it does not, and what they may ask for.
struct PrivacyView {
    let texts: Texts
    let register: ProcessingRegister

    var page: Page {
        Guide(
            texts: texts, path: "/privacidad", title: texts["privacy.title"], lead: texts["privacy.lead"],
            sections: [
                .init(id: "se-cuenta", title: texts["privacy.counted"], body: Guide.list(texts.items(of: "privacy.counted.items"))),
                .init(id: "no-se-sabe", title: texts["privacy.unknown"], body: Guide.list(texts.items(of: "privacy.unknown.items"))),
                .init(id: "cookies", title: texts["privacy.cookies"], body: Guide.text(texts["privacy.cookies.text"])),
                .init(
                    id: "derechos", title: texts["privacy.rights"],
                    body: """
                        \(Guide.text(texts("privacy.rights.text", ["day": Day(year: 2026, month: 12, day: 1).map(texts.short) ?? ""])))\
                        \(Guide.list(texts.items(of: "privacy.rights.items")))\(Guide.text(texts["privacy.rights.how"]))
                        """),
                .init(id: "quien-miro", title: texts["privacy.trace"], body: Guide.list(texts.items(of: "privacy.trace.items"))),
                .init(id: "registro", title: texts["privacy.register"], body: RegisterView(texts: texts, register: register).html),
            ]
        ).page
    }
}
