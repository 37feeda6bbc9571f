import Civic
import HTTPTypes
import Hummingbird
import Markup
import Ports
import Web

/// `/mesa/supervision/calidad` and `/mesa/puesto/revisiones`: attentions drawn by chance, what was seen in them, and what their agents say.
public struct ReviewPages: Sendable {
    private let pages: Pages
    private let forms: Forms
    private let reception: Reception
    private let desk: ReviewDesk
    private let products: ProductFacts
    private let points: ServicePoints
    private let codes: @Sendable () async throws -> [DatedCode]

    /// `codes` are the rows of the record's lists.
    public init(
        _ pages: Pages, forms: Forms, reception: Reception, desk: ReviewDesk, products: ProductFacts, points: ServicePoints,
        codes: @escaping @Sendable () async throws -> [DatedCode]
    ) {
        self.pages = pages
        self.forms = forms
        self.reception = reception
        self.desk = desk
        self.products = products
        self.points = points
        self.codes = codes
    }

    private static let drawing = Form("review-draw", [])
    private static let words = Field.area("motivo", "quality.contest.words", hint: "quality.contest.hint", most: 1000, rows: 4)
    private static let contesting = Form("review-contest", [words])
    private static let decision = Field.choice(
        "decision", "quality.decide", [FieldOption("mantener", "quality.decide.keep"), FieldOption("retirar", "quality.decide.withdraw")])
    private static let deciding = Form("review-decide", [decision])

    public func mount(on router: PageRoutes) {
        router.get("/mesa/supervision/calidad") { request, context in
            let attendant = try await reception.attendant(request, pages.texts)
            let contested = try await desk.contested(by: attendant.actor)
            let draw = form(Self.drawing.blank, "/mesa/supervision/calidad", "quality.draw", attendant)
            return pages.make(
                request, context, as: nil, try await view().overseer(contested, draw: draw, isEmpty: request.asked("nada") != nil)
            ).unlisted
        }
        router.post("/mesa/supervision/calidad") { request, context in
            let attendant = try await reception.attendant(request, pages.texts)
            guard attendant.actor.maySomewhere(.overseeStations) else { throw Forbidden() }
            guard case .accepted(_, let once) = try await forms.take(Self.drawing, request, context, session: attendant.session) else {
                return pages.to("/mesa/supervision/calidad")
            }
            do {
                return pages.to("/mesa/supervision/calidad/\(try await desk.draw(by: attendant.actor, once: once))")
            } catch is NothingToReview {
                return pages.to("/mesa/supervision/calidad?nada=1")
            }
        }
        router.get("/mesa/supervision/calidad/:review") { request, context in
            try await show(request, context, try await reception.attendant(request, pages.texts))
        }
        router.post("/mesa/supervision/calidad/:review/pauta") { request, context in
            let attendant = try await reception.attendant(request, pages.texts)
            let (id, marking) = (try context.number("review"), marking)
            _ = try await desk.read(id, by: attendant.actor)
            switch try await forms.take(marking.form, request, context, session: attendant.session) {
            case .refused(let filling): return try await show(request, context, attendant, filling)
            case .accepted(let answers, let once):
                try await desk.mark(id, try marking.marks(answers), by: attendant.actor, once: once)
                return pages.to("/mesa/supervision/calidad")
            }
        }
        router.post("/mesa/supervision/calidad/:review/decidir") { request, context in
            let attendant = try await reception.attendant(request, pages.texts)
            let id = try context.number("review")
            switch try await forms.take(Self.deciding, request, context, session: attendant.session) {
            case .refused(let filling): return try await show(request, context, attendant, filling)
            case .accepted(let answers, let once):
                try await desk.answer(id, keeps: try answers[Self.decision] == "mantener", by: attendant.actor, once: once)
                return pages.to("/mesa/supervision/calidad")
            }
        }
        owns(on: router)
    }

    private func owns(on router: PageRoutes) {
        router.get("/mesa/puesto/revisiones") { request, context in
            let attendant = try await reception.attendant(request, pages.texts)
            let page = try await view().own(try await desk.own(attendant.actor))
            return pages.make(request, context, as: nil, page).unlisted
        }
        router.get("/mesa/puesto/revisiones/:review") { request, context in
            let attendant = try await reception.attendant(request, pages.texts)
            return pages.make(request, context, as: nil, try await one(attendant, try context.number("review"), Self.contesting.blank))
                .unlisted
        }
        router.post("/mesa/puesto/revisiones/:review") { request, context in
            let attendant = try await reception.attendant(request, pages.texts)
            guard attendant.actor.maySomewhere(.openStation) else { throw Forbidden() }
            let id = try context.number("review")
            switch try await forms.take(Self.contesting, request, context, session: attendant.session) {
            case .refused(let filling):
                return pages.make(request, context, as: nil, try await one(attendant, id, filling).answering(filling)).unlisted
            case .accepted(let answers, let once):
                try await desk.contest(id, try answers[Self.words], by: attendant.actor, once: once)
                return pages.to("/mesa/puesto/revisiones")
            }
        }
    }

    private func one(_ attendant: Attendant, _ id: Int64, _ filling: Filling) async throws -> Page {
        guard let reading = try await desk.own(attendant.actor).first(where: { $0.review.id == id }) else { throw NotFound() }
        return try await view().contesting(
            reading, form: form(filling, "/mesa/puesto/revisiones/\(id)", "quality.contest.do", attendant))
    }

    private func show(
        _ request: Request, _ context: WebContext, _ attendant: Attendant, _ filling: Filling? = nil
    ) async throws -> Response {
        let id = try context.number("review")
        let reading = try await desk.read(id, by: attendant.actor)
        let path = "/mesa/supervision/calidad/\(id)"
        let acting: HTML =
            switch reading.review.standing {
            case .drawn: form(filling ?? marking.form.blank, path + "/pauta", "quality.mark.do", attendant)
            case .contested where reading.review.reviewer != attendant.staff:
                form(filling ?? Self.deciding.blank, path + "/decidir", "quality.decide.do", attendant)
            default: HTML()
            }
        let page = try await view().review(reading, acting: acting)
        return pages.make(request, context, as: nil, filling.map { page.answering($0) } ?? page).unlisted
    }

    private var marking: ReviewMarking { ReviewMarking(desk.checklist.inForce(desk.clock.today), pages.texts) }

    private func view() async throws -> ReviewViews {
        ReviewViews(
            texts: pages.texts, checklist: desk.checklist, names: RecordNames(try await codes(), pages.texts),
            products: try await products.all().mapValues(\.title),
            points: try await points.names())
    }

    private func form(_ filling: Filling, _ path: String, _ button: TextKey, _ attendant: Attendant) -> HTML {
        forms.html(filling, action: pages.texts.address(path), button: button, texts: pages.texts, session: attendant.session)
    }
}

/// The checklist as a form.
struct ReviewMarking {
    let form: Form
    private let fields: [(code: String, field: Field<String>)]

    init(_ items: [DatedWords.Row], _ texts: Texts) {
        fields = items.map { item in
            (
                item.code,
                Field.choice(
                    "pauta-\(item.code)", "quality.item",
                    [
                        FieldOption("si", "quality.mark.met"), FieldOption("no", "quality.mark.unmet"),
                        FieldOption("aparte", "quality.mark.beside"),
                    ]
                ).asked(plain: DatedWords.word(item, texts))
            )
        }
        form = Form("review-mark", fields.map(\.field))
    }

    func marks(_ answers: Answers) throws -> [String: Review.Mark] {
        try Dictionary(
            uniqueKeysWithValues: fields.map { code, field in
                let mark: Review.Mark =
                    switch try answers[field] {
                    case "si": .met
                    case "no": .unmet
                    default: .beside
                    }
                return (code, mark)
            })
    }
}
