import Civic
import Markup

extension Family {
    static func moving(_ texts: Texts) -> Family {
        Family(
            slug: "navegacion", title: "kit.moving.title", summary: "kit.moving.summary",
            exhibits: [
                Exhibit(
                    id: "botones", title: "kit.buttons.title", use: "kit.buttons.use", avoid: "kit.buttons.avoid",
                    access: "kit.buttons.access",
                    specimen: Buttons.row([
                        Buttons.submit(texts["kit.sample.book"]), Buttons.submit(texts["kit.sample.later"], .second),
                        Buttons.submit(texts["kit.sample.cancel"], .danger),
                        Buttons.link(Link(texts.address("/kit"), texts["kit.sample.back"]), .plain),
                    ])),
                Exhibit(
                    id: "ruta", title: "kit.trail.title", use: "kit.trail.use", avoid: "kit.trail.avoid", access: "kit.trail.access",
                    specimen: Breadcrumb.trail(
                        [Link(texts.address("/"), texts["site.name"]), Link(texts.address("/kit"), texts["kit.title"])], texts: texts)),
                Exhibit(
                    id: "secciones", title: "kit.sections.title", use: "kit.sections.use", avoid: "kit.sections.avoid",
                    access: "kit.sections.access",
                    specimen: Sections.tabs(
                        texts["kit.sample.ways"],
                        [
                            part("en-persona", texts["kit.sample.office"], texts["kit.sample.office.text"]),
                            part("por-telefono", texts["kit.sample.phoneWay"], texts["kit.sample.phoneWay.text"]),
                            part("en-linea", texts["kit.sample.online"], texts["kit.sample.online.text"]),
                        ])),
                Exhibit(
                    id: "paginas", title: "kit.pages.title", use: "kit.pages.use", avoid: "kit.pages.avoid", access: "kit.pages.access",
                    specimen: Pagination.nav(3, of: 12, texts: texts) { _ in "#paginas" }),
            ])
    }

    private static func part(_ id: String, _ title: String, _ words: String) -> Sections.Part {
        Sections.Part(id: id, title: title, content: "<p>\(words)</p>")
    }
}
