import Civic
import HTTPTypes
import Hummingbird
import Markup
import Ports
import Storage
import Web

/// `/mesa/solicitudes`: petitions that wait for an answer, the nearest term first. What one says is opened by itself, and the audit says by
/// whom.
public struct PetitionTrayPages: Sendable {
    private let pages: Pages
    private let forms: Forms
    private let reception: Reception
    private let desk: PetitionDesk
    private let posts: StaffPosts
    private let clock: Clock

    public init(_ pages: Pages, forms: Forms, reception: Reception, desk: PetitionDesk, posts: StaffPosts, clock: Clock) {
        self.posts = posts
        self.pages = pages
        self.forms = forms
        self.reception = reception
        self.desk = desk
        self.clock = clock
    }

    private var view: PetitionTrayViews { PetitionTrayViews(texts: pages.texts, today: clock.today) }

    public func mount(on router: PageRoutes) {
        router.get("/mesa/solicitudes") { request, context in
            let attendant = try await reception.attendant(request, pages.texts)
            return pages.make(request, context, as: nil, view.tray(try await desk.tray(by: attendant.actor), mine: attendant.staff))
                .unlisted
        }
        router.get("/mesa/solicitudes/revisar") { request, context in
            let attendant = try await reception.attendant(request, pages.texts)
            let page = view.tray(try await desk.drafted(by: attendant.actor), mine: attendant.staff, isReview: true)
            return pages.make(request, context, as: nil, page).unlisted
        }
        router.get("/mesa/solicitudes/nueva") { request, context in
            let attendant = try await writer(request)
            return pages.make(request, context, as: nil, view.new(writing(PetitionForms.write.blank, attendant))).unlisted
        }
        router.post("/mesa/solicitudes/nueva") { request, context in
            let attendant = try await writer(request)
            switch try await forms.take(PetitionForms.write, request, context, session: attendant.session) {
            case .refused(let filling):
                return pages.make(request, context, as: nil, view.new(writing(filling, attendant)).answering(filling)).unlisted
            case .accepted(let answers, let once):
                let sent = SentPetition(
                    kind: try PetitionForms.kind(answers), words: try answers[PetitionForms.words],
                    contact: try answers[PetitionForms.contact])
                let code = try await desk.receive(
                    sent, through: .branch, agent: attendant.staff, at: try await posts.post(attendant.staff)?.point, by: attendant.actor,
                    once: once)
                return pages.to("/mesa/solicitudes/recibida/\(code.plain)")
            }
        }
        router.get("/mesa/solicitudes/recibida/:code") { request, context in
            _ = try await writer(request)
            guard let (petition, _) = try await desk.status(try code(context)) else { throw Failure.notFound }
            return pages.make(request, context, as: nil, view.receipt(petition)).unlisted
        }
        router.get("/mesa/solicitudes/:code") { request, context in
            try await show(request, context, try await reception.attendant(request, pages.texts))
        }
        acts(on: router)
    }

    private func acts(on router: PageRoutes) {
        router.post("/mesa/solicitudes/:code/tomar") { request, context in
            let (attendant, code) = (try await reception.attendant(request, pages.texts), try code(context))
            if case .accepted(_, let once) = try await forms.take(PetitionForms.take, request, context, session: attendant.session) {
                try await desk.take(code, by: attendant.actor, once: once)
            }
            return back(code)
        }
        router.post("/mesa/solicitudes/:code/responder") { request, context in
            let (attendant, code) = (try await reception.attendant(request, pages.texts), try code(context))
            switch try await forms.take(PetitionForms.answering, request, context, session: attendant.session) {
            case .refused(let filling): return try await show(request, context, attendant, filling)
            case .accepted(let answers, let once):
                try await desk.answer(code, try answers[PetitionForms.answer], by: attendant.actor, once: once)
                return back(code)
            }
        }
        router.post("/mesa/solicitudes/:code/decidir") { request, context in
            let (attendant, code) = (try await reception.attendant(request, pages.texts), try code(context))
            switch try await forms.take(PetitionForms.deciding, request, context, session: attendant.session) {
            case .refused(let filling): return try await show(request, context, attendant, filling)
            case .accepted(let answers, let once):
                try await desk.decide(code, approves: try answers[PetitionForms.decision] == "si", by: attendant.actor, once: once)
                return back(code)
            }
        }
    }

    private func show(
        _ request: Request, _ context: WebContext, _ attendant: Attendant, _ filling: Filling? = nil
    ) async throws -> Response {
        let reading = try await desk.read(try code(context), by: attendant.actor)
        let petition = reading.petition
        let path = "/mesa/solicitudes/\(petition.code.plain)"
        func form(_ form: Form, _ step: String, _ button: TextKey) -> HTML {
            let present = filling.flatMap { $0.isOf(form) ? $0 : nil } ?? form.blank
            return forms.html(
                present, action: pages.texts.address(path + step), button: button, texts: pages.texts, session: attendant.session)
        }
        let mayAnswer = attendant.actor.maySomewhere(.answerPetitions)
        let isTheirs = petition.holder == attendant.staff
        let decides = petition.state == .drafted && petition.author != attendant.staff && attendant.actor.maySomewhere(.approvePetitions)
        let acting: HTML =
            petition.state == .answered
            ? HTML()
            : decides
                ? form(PetitionForms.deciding, "/decidir", "petitions.decision.do")
                : petition.state == .drafted
                    ? "<p>\(pages.texts["petitions.waits"])</p>\n"
                    : mayAnswer && isTheirs
                        ? form(PetitionForms.answering, "/responder", "petitions.answer.do")
                        : mayAnswer && petition.holder == nil
                            ? form(PetitionForms.take, "/tomar", "petitions.take") : "<p>\(pages.texts["petitions.taken"])</p>\n"
        let page = view.page(reading, term: desk.term(petition.kind), acting: acting)
        return pages.make(request, context, as: nil, filling.map { page.answering($0) } ?? page).unlisted
    }

    private func writer(_ request: Request) async throws -> Attendant {
        let attendant = try await reception.attendant(request, pages.texts)
        guard attendant.actor.maySomewhere(.answerPetitions) else { throw Forbidden() }
        return attendant
    }

    private func writing(_ filling: Filling, _ attendant: Attendant) -> HTML {
        forms.html(
            filling, action: pages.texts.address("/mesa/solicitudes/nueva"), button: "petitions.send", texts: pages.texts,
            session: attendant.session)
    }

    private func code(_ context: WebContext) throws -> CheckedCode {
        guard let code = CheckedCode(typed: try context.parameters.require("code")) else { throw Failure.notFound }
        return code
    }

    private func back(_ code: CheckedCode) -> Response {
        pages.to("/mesa/solicitudes/\(code.plain)")
    }
}
