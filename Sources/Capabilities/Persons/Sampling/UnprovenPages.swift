import Civic
import HTTPTypes
import Hummingbird
import Markup
import Web

/// `/mesa/comprobaciones`: each agent's share of contacts without proof of presence, and the sample to look at.
public struct UnprovenPages: Sendable {
    private static let finding = Field.choice(
        "resultado", "persons.sample.finding",
        [
            FieldOption("right", "persons.sample.right"), FieldOption("explained", "persons.sample.explained"),
            FieldOption("wrong", "persons.sample.wrong"),
        ])
    static let form = Form("sample", [finding])

    private let pages: Pages
    private let forms: Forms
    private let reception: Reception
    private let desk: UnprovenDesk

    public init(_ pages: Pages, forms: Forms, reception: Reception, desk: UnprovenDesk) {
        self.pages = pages
        self.forms = forms
        self.reception = reception
        self.desk = desk
    }

    public func mount(on router: PageRoutes) {
        router.get("/mesa/comprobaciones") { request, context in
            let attendant = try await reception.attendant(request, pages.texts)
            return try await show(request, context, attendant, Self.form.blank)
        }
        router.post("/mesa/comprobaciones/:interaction") { request, context in
            let attendant = try await reception.attendant(request, pages.texts)
            let id = InteractionID(try context.number("interaction"))
            switch try await forms.take(Self.form, request, context, session: attendant.session) {
            case .refused(let filling): return try await show(request, context, attendant, filling)
            case .accepted(let answers, let once):
                guard let finding = UnprovenDesk.Finding(rawValue: try answers[Self.finding]) else { throw Failure.badRequest }
                try await desk.look(id, finding, by: attendant.actor, once: once)
                return pages.to("/mesa/comprobaciones")
            }
        }
    }

    /// One contact of the sample at a time: the page has one form.
    private func show(
        _ request: Request, _ context: WebContext, _ attendant: Attendant, _ filling: Filling
    ) async throws -> Response {
        let shares = try await desk.shares(for: attendant.actor)
        let sample = try await desk.sample(for: attendant.actor)
        let texts = pages.texts
        let page = Page(
            title: texts["persons.sample.title"], path: "/mesa/comprobaciones", trail: [Link(texts.address("/mesa"), texts["desk.title"])],
            main: """
                <div class="wide"><h1>\(texts["persons.sample.title"])</h1>
                <p class="lead">\(texts["persons.sample.lead"])</p>
                \(shares.isEmpty
                    ? EmptyState.box(texts["persons.sample.noContacts"], "<p>\(texts["persons.sample.noContacts.next"])</p>\n")
                    : table(shares))
                <section aria-labelledby="muestra"><h2 id="muestra">\(texts["persons.sample.sample"])</h2>
                \(with: sample.first, { one($0, of: sample.count, filling, attendant) })\
                \(when: sample.isEmpty, "<p>\(texts["persons.sample.none"])</p>\n")</section></div>
                """
        ).answering(filling)
        return pages.make(request, context, as: nil, page).unlisted
    }

    private func table(_ shares: [PresenceCount]) -> HTML {
        let texts = pages.texts
        return DataTable.framed(
            id: "partes", caption: texts["persons.sample.caption"],
            columns: [
                .init(texts["persons.sample.agent"]), .init(texts["persons.sample.point"]),
                .init(texts["persons.sample.contacts"], isNumeric: true), .init(texts["persons.sample.unproven"], isNumeric: true),
                .init(texts["persons.sample.share"], isNumeric: true),
            ],
            rows: shares.map { share in
                [
                    "\(share.agent)", "\(with: share.point, { "\($0)" })", "\(texts.number(share.contacts))",
                    "\(texts.number(share.unproven))", "\(share.percent) %",
                ]
            })
    }

    private func one(_ sampled: PresenceSample, of count: Int, _ filling: Filling, _ attendant: Attendant) -> HTML {
        let texts = pages.texts
        return """
            <p>\(texts("persons.sample.waiting", count: count))</p>
            \(AnswerList.list([
                .init(texts["persons.sample.agent"], "\(sampled.agent)"),
                .init(texts["persons.review.when"], "\(Day(of: sampled.at).numeric) \(texts.hour(sampled.at))"),
                .init(
                    texts["persons.attentions.proof"],
                    sampled.isProven ? Tag.label(texts["persons.proven"], .done) : Tag.label(texts["persons.unproven"], .attention)),
            ], texts: texts))
            \(forms.html(
                filling, action: texts.address("/mesa/comprobaciones/\(sampled.id.number)"), button: "persons.sample.send", texts: texts,
                session: attendant.session))

            """
    }
}
