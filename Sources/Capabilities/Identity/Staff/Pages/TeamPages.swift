import Civic
import Hummingbird
import Markup
import Ports
import Storage
import Web

/// `/mesa/equipo`: the accounts of the staff and what they may do.
public struct TeamPages: Sendable {
    private let pages: Pages
    let forms: Forms
    let desk: StaffDesk
    let reception: Reception
    private let directory: Directory
    let provider: StaffProvider?

    /// `provider` is the one through which the staff may sign in; nil when there is none.
    public init(
        _ pages: Pages, forms: Forms, desk: StaffDesk, reception: Reception, directory: Directory, provider: StaffProvider?
    ) {
        self.pages = pages
        self.forms = forms
        self.desk = desk
        self.reception = reception
        self.directory = directory
        self.provider = provider
    }

    static let path = "/mesa/equipo"
    var texts: Texts { pages.texts }
    var views: TeamViews { TeamViews(texts: texts) }

    public func mount(on router: PageRoutes) {
        router.get("/mesa/equipo") { request, context in
            let attendant = try await reception.attendant(request, texts)
            return answer(request, context, views.list(try await desk.list(by: attendant.actor), try await directory.institutions()))
        }
        router.get("/mesa/equipo/nueva") { request, context in
            let attendant = try await reception.attendant(request, texts)
            guard attendant.actor.maySomewhere(.manageStaff) else { throw Forbidden() }
            let form = TeamForms(try await directory.institutions())
            return answer(request, context, newPage(form.new.blank, attendant))
        }
        router.post("/mesa/equipo/nueva") { request, context in
            let attendant = try await reception.attendant(request, texts)
            guard attendant.actor.maySomewhere(.manageStaff) else { throw Forbidden() }
            let form = TeamForms(try await directory.institutions())
            switch try await forms.take(form.new, request, context, session: attendant.session) {
            case .refused(let filling): return answer(request, context, newPage(filling, attendant))
            case .accepted(let answers, let once):
                let point = try answers[form.point].map(Int64.init)
                if let point, try await directory.point(point) == nil { throw NotFound() }
                guard let login = StaffLogin(try answers[form.login]) else { throw NotFound() }
                let made = try await desk.create(
                    NewAccount(
                        login: login, name: try answers[form.name], institution: try answers[form.institution],
                        post: try answers[form.post], point: point, run: try answers[form.run]),
                    once: once, by: attendant.actor)
                return answer(request, context, views.password(made.password, of: made.id, isNew: true))
            }
        }
        router.get("/mesa/equipo/:staff") { request, context in
            let attendant = try await reception.attendant(request, texts)
            return answer(request, context, try await accountPage(try id(context, "staff"), attendant))
        }
        mountActs(on: router)
        mountLinks(on: router)
    }

    private func mountActs(on router: PageRoutes) {
        router.post("/mesa/equipo/:staff/roles") { request, context in
            let attendant = try await reception.attendant(request, texts)
            let staff = try id(context, "staff")
            switch try await forms.take(TeamForms.give, request, context, session: attendant.session) {
            case .refused(let filling):
                return answer(request, context, try await accountPage(staff, attendant, give: filling).answering(filling))
            case .accepted(let answers, let once):
                guard let role = try TeamForms.role(answers) else { throw NotFound() }
                if let point = role.point, try await directory.point(point) == nil { throw NotFound() }
                if let until = role.until, until <= desk.clock.now {
                    let filling = TeamForms.give.refused(at: "hasta", FieldProblem("team.lastDay.past"))
                    return answer(request, context, try await accountPage(staff, attendant, give: filling).answering(filling))
                }
                try await desk.give(role, to: staff, once: once, by: attendant.actor)
                return back(to: staff)
            }
        }
        router.post("/mesa/equipo/:staff/roles/:role/quitar") { request, context in
            let attendant = try await reception.attendant(request, texts)
            let staff = try id(context, "staff")
            if case .accepted = try await forms.take(TeamForms.take, request, context, session: attendant.session) {
                try await desk.take(try id(context, "role"), from: staff, by: attendant.actor)
            }
            return back(to: staff)
        }
        router.post("/mesa/equipo/:staff/cerrar") { request, context in
            let attendant = try await reception.attendant(request, texts)
            let staff = try id(context, "staff")
            if case .accepted = try await forms.take(TeamForms.close, request, context, session: attendant.session) {
                try await desk.close(staff, by: attendant.actor)
            }
            return back(to: staff)
        }
        router.post("/mesa/equipo/:staff/reabrir") { request, context in
            let attendant = try await reception.attendant(request, texts)
            let staff = try id(context, "staff")
            if case .accepted = try await forms.take(TeamForms.reopen, request, context, session: attendant.session) {
                try await desk.reopen(staff, by: attendant.actor)
            }
            return back(to: staff)
        }
        router.post("/mesa/equipo/:staff/clave") { request, context in
            let attendant = try await reception.attendant(request, texts)
            let staff = try id(context, "staff")
            switch try await forms.take(TeamForms.restart, request, context, session: attendant.session) {
            case .refused(let filling):
                return answer(request, context, try await accountPage(staff, attendant, restart: filling).answering(filling))
            case .accepted(let answers, let once):
                guard let proof = RestartProof(rawValue: try answers[TeamForms.proof]) else { throw Failure.badRequest }
                let password = try await desk.restart(
                    staff, isSecondLost: try answers[TeamForms.lost] == "todo", after: proof, once: once, by: attendant.actor)
                return answer(request, context, views.password(password, of: staff, isNew: false))
            }
        }
    }

    private func newPage(_ filling: Filling, _ attendant: Attendant) -> Page {
        views.new(
            forms.html(
                filling, action: texts.address(Self.path + "/nueva"), button: "team.new.open", texts: texts, session: attendant.session)
        ).answering(filling)
    }

    func accountPage(
        _ staff: Int64, _ attendant: Attendant, give filling: Filling = TeamForms.give.blank, link: Filling = TeamPages.link.blank,
        restart: Filling = TeamForms.restart.blank
    ) async throws -> Page {
        guard let found = try await desk.account(staff, by: attendant.actor) else { throw Failure.notFound }
        let base = texts.address("\(Self.path)/\(staff)")
        func form(_ filling: Filling, _ ending: String, _ button: TextKey) -> HTML {
            forms.html(filling, action: base + ending, button: button, texts: texts, session: attendant.session)
        }
        let isOwn = staff == attendant.staff
        return views.account(
            found.account, institution: try await directory.institutions().first { $0.key == found.account.institution }?.name,
            roles: found.roles.map { ($0, isOwn ? nil : form(TeamForms.take.blank, "/roles/\($0.id)/quitar", "team.role.take")) },
            link: try await linkSection(found.account, attendant, link),
            give: isOwn || found.account.isClosed ? nil : form(filling, "/roles", "team.role.give"),
            acts: isOwn
                ? []
                : found.account.isClosed
                    ? [form(TeamForms.reopen.blank, "/reabrir", "team.reopen")]
                    : [form(restart, "/clave", "team.restart"), form(TeamForms.close.blank, "/cerrar", "team.close")])
    }

    func back(to staff: Int64) -> Response {
        pages.to("\(Self.path)/\(staff)")
    }

    func id(_ context: WebContext, _ name: String) throws -> Int64 {
        guard let id = context.parameters.get(name).flatMap({ Int64($0) }), id > 0 else { throw Failure.notFound }
        return id
    }

    func answer(_ request: Request, _ context: WebContext, _ page: Page) -> Response {
        pages.make(request, context, as: nil, page).unlisted
    }
}
