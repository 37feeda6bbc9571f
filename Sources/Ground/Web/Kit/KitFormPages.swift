import Civic
import Hummingbird
import Markup
import Storage

/// A form of the kit that is really sent: it is checked like any other, happens once, and keeps nothing of what was typed.
public struct KitFormPages: Sendable {
    static let path = "/kit/formularios/prueba"

    private static let name = Field.text("nombre", "kit.sample.name", hint: "kit.sample.name.hint", autocomplete: "name")
    private static let run = Field.run("run", "kit.sample.run").optional
    private static let birth = Field.day(
        "nacimiento", "kit.sample.birth", in: Day(number: -25_567)...Day(number: 20_780), isBirth: true)
    private static let way = Field.choice(
        "respuesta", "kit.sample.way",
        [FieldOption("correo", "kit.sample.way.mail"), FieldOption("carta", "kit.sample.way.letter", hint: "kit.sample.way.letter.hint")])
    private static let mail = Field.email("correo", "kit.sample.mail").optional
    private static let amount = Field.pesos("arriendo", "kit.sample.amount", most: Pesos(10_000_000)).optional
    private static let story = Field.area("relato", "kit.sample.story", hint: "kit.sample.story.hint", most: 500).optional
    private static let paper = Field.file(
        "contrato", "kit.sample.paper", hint: "kit.sample.paper.hint", [.pdf, .jpeg, .png, .webp, .heic], most: 5_242_880
    ).optional
    private static let truth = Field.agreement("declaro", "kit.sample.declare")

    /// Whoever wants the answer by mail must say where to.
    static let form = Form("kit", [name, run, birth, way, mail, amount, story, paper, truth]) { answers in
        try answers[way] == "correo" && answers[mail] == nil ? ("correo", FieldProblem("kit.form.mail")) : nil
    }

    private let pages: Pages
    private let forms: Forms
    private let database: Database

    public init(_ pages: Pages, forms: Forms, database: Database) {
        self.pages = pages
        self.forms = forms
        self.database = database
    }

    public func mount(on router: PageRoutes) {
        router.get(RouterPath(Self.path)) { request, context in
            pages.make(request, context, page(Self.form.blank))
        }
        router.post(RouterPath(Self.path)) { request, context in
            switch try await forms.take(Self.form, request, context) {
            case .refused(let filling): return pages.make(request, context, page(filling))
            case .accepted(_, let once):
                let folio = try await database.write(once: once) { try $0.newID() % 1_000_000 }
                return pages.to("\(Self.path)/\(folio)")
            }
        }
        router.get(RouterPath(Self.path + "/:folio")) { request, context in
            guard let folio = context.parameters.get("folio", as: Int.self), (0..<1_000_000).contains(folio) else { throw Failure.notFound }
            return pages.make(request, context, confirmation("\(folio)"))
        }
    }

    private func page(_ filling: Filling) -> Page {
        let texts = pages.texts
        return Page(
            title: texts["kit.form.title"], summary: texts["kit.form.lead"], path: Self.path, trail: trail,
            status: filling.isRefused ? .unprocessableContent : .ok,
            main: """
                <div class="wide">
                <h1>\(texts["kit.form.title"])</h1>
                <p class="lead">\(texts["kit.form.lead"])</p>
                \(forms.html(filling, action: texts.address(Self.path), button: "kit.form.send", texts: texts))
                </div>
                """)
    }

    private func confirmation(_ folio: String) -> Page {
        let texts = pages.texts
        return Page(
            title: texts["kit.form.done"], trail: trail,
            main: """
                <div class="wide">
                \(Confirmation.box(texts["kit.form.done"], folio: folio, "<p>\(texts["kit.form.nothing"])</p>", texts: texts))
                \(Buttons.row([Buttons.link(Link(texts.address(Self.path), texts["kit.form.again"]), .second)]))
                </div>
                """)
    }

    private var trail: [Link] {
        [
            Link(pages.texts.address("/"), pages.texts["site.name"]), Link(pages.texts.address("/kit"), pages.texts["kit.title"]),
            Link(pages.texts.address("/kit/formularios"), pages.texts["kit.forms.title"]),
        ]
    }
}
