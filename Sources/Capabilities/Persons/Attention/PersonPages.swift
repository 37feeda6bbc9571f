import Civic
import HTTPTypes
import Hummingbird
import Ports
import Storage
import Web

/// `/mesa/atenciones/{attention}/persona`: what is known of somebody who is proven to be there.
public struct PersonPages: Sendable {
    private let pages: Pages
    private let forms: Forms
    private let reception: Reception
    private let desk: AttentionDesk
    private let records: RecordDesk
    private let changes: ChangeDesk
    private let others: [AttentionWay]

    public init(
        _ pages: Pages, forms: Forms, reception: Reception, desk: AttentionDesk, records: RecordDesk, changes: ChangeDesk,
        others: [AttentionWay]
    ) {
        self.pages = pages
        self.forms = forms
        self.reception = reception
        self.desk = desk
        self.records = records
        self.changes = changes
        self.others = others
    }

    public func mount(on router: PageRoutes) {
        router.get("/mesa/atenciones/:attention/persona") { request, context in
            let attendant = try await reception.attendant(request, pages.texts)
            return try await show(request, context, try AttentionPages.interaction(context), attendant)
        }
        router.post("/mesa/atenciones/:attention/contactos") { request, context in
            try await take(AttentionForms.contact, request, context) { answers, id, attendant, once in
                let phone = try answers[AttentionForms.phone]
                let email = try answers[AttentionForms.email]
                let address = try answers[AttentionForms.address].flatMap { Contact(.address, typed: $0) }
                guard let contact = phone ?? email ?? address else { throw Failure.badRequest }
                try await changes.add(
                    contact, isPreferred: try answers[AttentionForms.preferred] != nil, at: id, by: attendant.actor, once: once)
            }
        }
        router.post("/mesa/atenciones/:attention/contactos/:contact/terminar") { request, context in
            let contact = try context.number("contact")
            return try await take(AttentionForms.ending, request, context) { _, id, attendant, once in
                try await changes.end(contact: contact, at: id, by: attendant.actor, once: once)
            }
        }
        router.post("/mesa/atenciones/:attention/necesidades") { request, context in
            try await take(AttentionForms.asked, request, context) { answers, id, attendant, once in
                let needs = Set((try answers[AttentionForms.needs] ?? []).compactMap(Need.init(rawValue:)))
                try await changes.ask(
                    needs, language: try answers[AttentionForms.language], at: id, by: attendant.actor, once: once)
            }
        }
    }

    private func take(
        _ form: Form, _ request: Request, _ context: WebContext,
        _ act: (Answers, InteractionID, Attendant, OnceKey) async throws -> Void
    ) async throws -> Response {
        let attendant = try await reception.attendant(request, pages.texts)
        let id = try AttentionPages.interaction(context)
        switch try await forms.take(form, request, context, session: attendant.session) {
        case .refused(let filling): return try await show(request, context, id, attendant, filling)
        case .accepted(let answers, let once):
            try await act(answers, id, attendant, once)
            return pages.to("/mesa/atenciones/\(id.number)/persona")
        }
    }

    private func ways(_ id: InteractionID, _ attendant: Attendant, _ target: Scope.Target) -> [Link] {
        others.filter { attendant.actor.may($0.permission, target) }.map {
            Link(pages.texts.address("\($0.path)\(id.number)"), pages.texts[$0.title])
        } + [
            Link(pages.texts.address("/mesa/atenciones/\(id.number)/hecho"), pages.texts["persons.flag.title"]),
            Link(pages.texts.address("/mesa/atenciones/\(id.number)/terminar"), pages.texts["persons.ending.end"]),
        ]
    }

    /// `filling` is a form of the page in which something must be mended.
    private func show(
        _ request: Request, _ context: WebContext, _ id: InteractionID, _ attendant: Attendant, _ filling: Filling? = nil
    ) async throws -> Response {
        let attendance = try await desk.attendance(id, by: attendant.actor)
        let record = try await records.record(
            of: attendance.person, for: "trace.purpose.attention", in: id, by: attendant.actor,
            at: Scope.Target(point: attendance.contact.point),
            texts: pages.texts)
        let mayChange = attendant.actor.may(.writePersons, Scope.Target(point: attendance.contact.point))
        let filter = HistoryFilter(
            channel: request.asked("canal").flatMap { Int($0) }.map { Channel($0) }, isOpenAlone: request.asked("ver") == "pendientes",
            from: request.asked("desde").flatMap { Int($0) }.map { max(0, $0) } ?? 0)
        let view = PersonView(
            texts: pages.texts, record: record, facts: records.flags.facts, now: records.flags.clock.now,
            ways: ways(id, attendant, Scope.Target(point: attendance.contact.point)), filter: filter,
            path: "/mesa/atenciones/\(id.number)/persona")
        let changing = mayChange ? PersonForms(texts: pages.texts, forms: forms, attendant: attendant, record: record, id: id) : nil
        return pages.make(request, context, as: nil, view.page(changing: changing, filling)).unlisted
    }
}
