import Civic
import HTTPTypes
import Hummingbird
import Markup
import Ports
import Web

/// `/mesa/fusiones/pendientes`: what came while two were one, given to its owner one by one.
public struct RemainderPages: Sendable {
    private let pages: Pages
    private let forms: Forms
    private let reception: Reception
    private let desk: UnionDesk
    private let lookup: LookupDesk
    private let place: DeskPlace

    public init(_ pages: Pages, forms: Forms, reception: Reception, desk: UnionDesk, lookup: LookupDesk, place: DeskPlace) {
        self.pages = pages
        self.forms = forms
        self.reception = reception
        self.desk = desk
        self.lookup = lookup
        self.place = place
    }

    public func mount(on router: PageRoutes) {
        router.get("/mesa/fusiones/pendientes") { request, context in
            let attendant = try await reception.attendant(request, pages.texts)
            return try await show(request, context, attendant, UnionForms.allot.blank)
        }
        router.post("/mesa/fusiones/pendientes/:remainder") { request, context in
            let attendant = try await reception.attendant(request, pages.texts)
            // Before anything is looked for: that it is there is nobody else's business.
            guard attendant.actor.maySomewhere(.mergePersons) else { throw Forbidden() }
            let id = try context.number("remainder")
            switch try await forms.take(UnionForms.allot, request, context, session: attendant.session) {
            case .refused(let filling): return try await show(request, context, attendant, filling)
            case .accepted(let answers, let once):
                guard let owner = Remainder.Owner(rawValue: try answers[UnionForms.owner]) else { throw Failure.badRequest }
                try await desk.allot(id, to: owner, by: attendant.actor, once: once)
                return pages.to("/mesa/fusiones/pendientes")
            }
        }
    }

    /// One at a time: the next that waits.
    private func show(_ request: Request, _ context: WebContext, _ attendant: Attendant, _ filling: Filling) async throws -> Response {
        let target = try await place.target(of: attendant.actor, for: .mergePersons)
        let remainders = try await desk.remainders()
        let texts = pages.texts
        var content = EmptyState.box(texts["persons.remainder.none"], "<p>\(texts["persons.remainder.none.next"])</p>\n")
        if let first = remainders.first {
            let rows = try await lookup.rows([first.kept, first.merged], for: "trace.purpose.merger", by: attendant.actor, at: target)
            content = one(first, rows, of: remainders.count, at: try await desk.moment(of: first), attendant, filling)
        }
        let page = Page(
            title: texts["persons.remainder.title"], path: "/mesa/fusiones/pendientes",
            trail: [
                Link(texts.address("/mesa"), texts["desk.title"]), Link(texts.address("/mesa/fusiones"), texts["persons.union.title"]),
            ],
            main: "<div class=\"wide\"><h1>\(texts["persons.remainder.title"])</h1>\n\(content)</div>\n"
        ).answering(filling)
        return pages.make(request, context, as: nil, page).unlisted
    }

    private func one(
        _ remainder: Remainder, _ rows: [LookupDesk.Row], of count: Int, at moment: Instant?, _ attendant: Attendant, _ filling: Filling
    ) -> HTML {
        let texts = pages.texts
        let kind: TextKey =
            switch remainder.kind {
            case .interaction: "persons.remainder.interaction"
            case .contact: "persons.remainder.contact"
            case .number: "persons.remainder.number"
            }
        return """
            <p class="lead">\(texts("persons.remainder.count", count: count))</p>
            \(UnionViews(texts: texts, forms: forms, attendant: attendant).both(rows))
            <p><strong>\(texts[kind])</strong>\(with: moment, { ", \(Day(of: $0).numeric) \(texts.hour($0))" })</p>
            \(forms.html(
                filling, action: texts.address("/mesa/fusiones/pendientes/\(remainder.id)"), button: "persons.remainder.send", texts: texts,
                session: attendant.session))

            """
    }
}
