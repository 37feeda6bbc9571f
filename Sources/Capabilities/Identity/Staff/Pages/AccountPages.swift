import Civic
import HTTPTypes
import Hummingbird
import Markup
import Ports
import Web

/// `/mesa/cuenta`: who somebody of the staff is here, what they may do, where they are signed in, and what they sign in with.
public struct AccountPages: Sendable {
    private let pages: Pages
    private let forms: Forms
    private let desk: StaffDesk
    private let entry: EntryDesk
    private let door: EntryDoor
    private let reception: Reception
    private let directory: Directory

    public init(
        _ pages: Pages, forms: Forms, desk: StaffDesk, entry: EntryDesk, door: EntryDoor, reception: Reception, directory: Directory
    ) {
        self.pages = pages
        self.forms = forms
        self.desk = desk
        self.entry = entry
        self.door = door
        self.reception = reception
        self.directory = directory
    }

    private static let path = "/mesa/cuenta"
    /// For whoever comes through their institution and has no password here.
    private static let closeWithout = Form("staff-sessions-plain", [])
    private var views: AccountViews { AccountViews(texts: pages.texts) }

    public func mount(on router: PageRoutes) {
        router.get("/mesa/cuenta") { request, context in
            let attendant = try await reception.attendant(request, pages.texts)
            return answer(request, context, try await overview(attendant, try await closing(attendant).blank))
        }
        router.post("/mesa/cuenta/sesiones") { request, context in
            let attendant = try await reception.attendant(request, pages.texts)
            let closing = try await closing(attendant)
            switch try await forms.take(closing, request, context, session: attendant.session) {
            case .refused(let filling): return answer(request, context, try await overview(attendant, filling).answering(filling))
            case .accepted(let answers, _):
                if closing.name == EntryForms.closeOthers.name,
                    try await entry.again(try answers[EntryForms.password], attendant.staff) != true
                {
                    let filling = closing.refused(at: "clave", FieldProblem("team.password.wrong"))
                    return answer(request, context, try await overview(attendant, filling).answering(filling))
                }
                _ = try await door.sessions.closeOthers(than: attendant.session)
                return pages.to(Self.path)
            }
        }
        mountPassword(on: router)
        mountSecondFactor(on: router)
    }

    private func mountPassword(on router: PageRoutes) {
        router.get("/mesa/cuenta/clave") { request, context in
            let attendant = try await reception.attendant(request, pages.texts)
            return answer(request, context, passwordPage(EntryForms.change.blank, attendant))
        }
        router.post("/mesa/cuenta/clave") { request, context in
            let attendant = try await reception.attendant(request, pages.texts)
            switch try await forms.take(EntryForms.change, request, context, session: attendant.session) {
            case .refused(let filling): return answer(request, context, passwordPage(filling, attendant))
            case .accepted(let answers, _):
                let proven = try await entry.again(
                    try answers[EntryForms.password], try answers[EntryForms.secondAgain], attendant.staff)
                guard let (problem, holder) = proven else { throw Failure.notFound }
                func refuse(_ name: String, _ problem: FieldProblem) -> Response {
                    answer(request, context, passwordPage(EntryForms.change.refused(at: name, problem), attendant))
                }
                if let refusal = problem?.refusal { return refuse(refusal.field, refusal.problem) }
                let password = try answers[EntryForms.newPassword]
                if let problem = try await entry.problem(password, of: holder) { return refuse("clave-nueva", problem.words) }
                if try answers[EntryForms.password] == password { return refuse("clave-nueva", FieldProblem("team.newPassword.same")) }
                _ = try await entry.choose(password, of: attendant.staff)
                _ = try await door.sessions.closeOthers(than: attendant.session)
                return try await door.admit(
                    attendant.staff, at: request, with: .redirect(to: pages.texts.address(Self.path), type: .normal))
            }
        }
    }

    private func mountSecondFactor(on router: PageRoutes) {
        for (ending, title, lead) in Self.proofs {
            router.get(RouterPath(Self.path + ending)) { request, context in
                let attendant = try await reception.attendant(request, pages.texts)
                return answer(request, context, proofPage(EntryForms.proof.blank, ending, title, lead, attendant))
            }
            router.post(RouterPath(Self.path + ending)) { request, context in
                let attendant = try await reception.attendant(request, pages.texts)
                switch try await forms.take(EntryForms.proof, request, context, session: attendant.session) {
                case .refused(let filling): return answer(request, context, proofPage(filling, ending, title, lead, attendant))
                case .accepted(let answers, _):
                    let proven = try await entry.again(
                        try answers[EntryForms.password], try answers[EntryForms.secondAgain], attendant.staff)
                    guard let (problem, holder) = proven, let hash = holder.password else { throw Failure.notFound }
                    if let refusal = problem?.refusal {
                        let filling = EntryForms.proof.refused(at: refusal.field, refusal.problem)
                        return answer(request, context, proofPage(filling, ending, title, lead, attendant))
                    }
                    if ending == "/segundo-paso" {
                        let ticket = try await entry.enrolment(holder.id, after: hash)
                        return door.pass(ticket, to: pages.texts.address(ticket.step.path) + "?volver=" + Self.path)
                    }
                    let codes = try await entry.renewRecovery(of: holder.id)
                    return answer(
                        request, context,
                        EntryViews(texts: pages.texts, team: [], provider: nil)
                            .recoveryCodes(codes, next: pages.texts.address(Self.path)))
                }
            }
        }
    }

    private static let proofs: [(ending: String, title: TextKey, lead: TextKey)] = [
        ("/segundo-paso", "team.renewSecond.title", "team.renewSecond.lead"),
        ("/codigos", "team.renewCodes.title", "team.renewCodes.lead"),
    ]

    private func overview(_ attendant: Attendant, _ closing: Filling) async throws -> Page {
        guard let own = try await desk.own(attendant.staff) else { throw Failure.notFound }
        let names = try await names(own.account)
        return views.overview(
            own.account, own.roles, institution: names.institution, point: names.point, recoveryLeft: own.recoveryLeft,
            sessions: try await door.sessions.open(of: .staff(attendant.staff)), this: attendant.session.id,
            close: form(closing, "/sesiones", "team.sessions.close", attendant))
    }

    /// What closing the other sessions asks again.
    private func closing(_ attendant: Attendant) async throws -> Form {
        let holder = try await entry.own(attendant.staff)
        return holder?.password != nil && holder?.temporaryUntil == nil ? EntryForms.closeOthers : Self.closeWithout
    }

    private func passwordPage(_ filling: Filling, _ attendant: Attendant) -> Page {
        views.change("team.change.title", "team.change.lead", form(filling, "/clave", "team.newPassword.save", attendant)).answering(
            filling)
    }

    private func proofPage(_ filling: Filling, _ ending: String, _ title: TextKey, _ lead: TextKey, _ attendant: Attendant) -> Page {
        views.change(title, lead, form(filling, ending, "team.goOn", attendant)).answering(filling)
    }

    private func form(_ filling: Filling, _ ending: String, _ button: TextKey, _ attendant: Attendant) -> HTML {
        forms.html(
            filling, action: pages.texts.address(Self.path + ending), button: button, texts: pages.texts, session: attendant.session)
    }

    private func answer(_ request: Request, _ context: WebContext, _ page: Page) -> Response {
        pages.make(request, context, as: nil, page).unlisted
    }

    private func names(_ account: StaffAccount) async throws -> (institution: String, point: String?) {
        let institution = try await directory.institution(account.institution) ?? account.institution
        let point = if let number = account.point { try await directory.point(number) } else { String?.none }
        return (institution, point)
    }
}
