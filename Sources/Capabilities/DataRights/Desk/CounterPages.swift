import Civic
import Hummingbird
import Ports
import Web

/// `/mesa/derechos/nueva`: an agent files a request for a person, and hands over its receipt.
public struct CounterPages: Sendable {
    private static let run = Field.run("run", "rightsDesk.run")
    private static let right = MyRequestForm.right
    private static let words = Field.area("palabras", "rightsDesk.words", hint: "rightsDesk.words.hint", most: 4000, rows: 5).optional

    private let pages: Pages
    private let forms: Forms
    private let reception: Reception
    private let desk: CounterDesk
    private let purposes: Field<Set<String>?>
    private let form: Form
    private let clock: Clock

    public init(
        _ pages: Pages, forms: Forms, reception: Reception, desk: CounterDesk, register: ProcessingRegister, clock: Clock
    ) {
        self.pages = pages
        self.forms = forms
        self.reception = reception
        self.desk = desk
        self.clock = clock
        purposes =
            Field.choices("finalidades", "myRights.purposes", hint: "myRights.purposes.hint", MyRequestForm.options(register.activities))
            .optional
        form = Form("counter-right", [Self.run, Self.right, purposes, Self.words])
    }

    public func mount(on router: PageRoutes) {
        let texts = pages.texts
        router.get("/mesa/derechos/nueva") { request, context in
            let attendant = try await attendant(request)
            return answer(request, context, page(form.blank, attendant, Self.interaction(request)))
        }
        router.post("/mesa/derechos/nueva") { request, context in
            let attendant = try await attendant(request)
            let interaction = Self.interaction(request)
            switch try await forms.take(form, request, context, session: attendant.session) {
            case .refused(let filling): return answer(request, context, page(filling, attendant, interaction))
            case .accepted(let answers, let once):
                guard let right = Right(rawValue: try answers[Self.right]) else { throw Failure.notFound }
                let receipt = try await desk.file(
                    right, try answers[purposes]?.sorted() ?? [], try answers[Self.words], of: try answers[Self.run], at: interaction,
                    language: texts.language, once: once, by: attendant.actor, agent: attendant.staff)
                return .redirect(to: texts.address("/mesa/derechos/recibo/\(receipt.code)"), type: .normal)
            }
        }
        router.get("/mesa/derechos/recibo/:code") { request, context in
            let attendant = try await attendant(request)
            let found = try await desk.receipt(try MyRightsPages.code(context), by: attendant.actor)
            return answer(request, context, CounterViews(texts: texts, today: clock.today).receipt(found))
        }
    }

    private func attendant(_ request: Request) async throws -> Attendant {
        let attendant = try await reception.attendant(request, pages.texts)
        guard attendant.actor.maySomewhere(.fileRights) else { throw Forbidden() }
        return attendant
    }

    private func page(_ filling: Filling, _ attendant: Attendant, _ interaction: InteractionID?) -> Page {
        let texts = pages.texts
        let query = interaction.map { "?atencion=\($0.number)" } ?? ""
        let html = forms.html(
            filling, action: texts.address("/mesa/derechos/nueva") + query, button: "rightsDesk.file", texts: texts,
            session: attendant.session)
        return CounterViews(texts: texts, today: clock.today).page(html, isWithin: interaction != nil).answering(filling)
    }

    private func answer(_ request: Request, _ context: WebContext, _ page: Page) -> Response {
        pages.make(request, context, as: nil, page).unlisted
    }

    /// The agent's contact in which the person stands there.
    private static func interaction(_ request: Request) -> InteractionID? {
        request.asked("atencion").flatMap { Int64($0) }.map(InteractionID.init)
    }
}
