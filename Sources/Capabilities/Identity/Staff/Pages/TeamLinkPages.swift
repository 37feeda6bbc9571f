import Civic
import Hummingbird
import Markup
import Web

/// The part of an account's page that says who it is at the institution's own provider.
extension TeamPages {
    static let linkName = Field.text("cuenta", "team.link.name", hint: "team.link.hint", most: 200, autocomplete: "off")
    static let link = Form("staff-link", [linkName])
    static let unlink = Form("staff-unlink", [])

    func mountLinks(on router: PageRoutes) {
        guard let provider else { return }
        router.post("/mesa/equipo/:staff/vinculo") { request, context in
            let attendant = try await reception.attendant(request, texts)
            let staff = try id(context, "staff")
            switch try await forms.take(Self.link, request, context, session: attendant.session) {
            case .refused(let filling): return answer(request, context, try await linkPage(staff, attendant, filling))
            case .accepted(let answers, let once):
                let name = try answers[Self.linkName]
                do {
                    try await desk.link(staff, to: name, at: provider.issuer, once: once, by: attendant.actor)
                } catch is LoginTaken {
                    let filling = Self.link.refused([("cuenta", name)], at: "cuenta", FieldProblem("team.link.taken"))
                    return answer(request, context, try await linkPage(staff, attendant, filling))
                }
                return back(to: staff)
            }
        }
        router.post("/mesa/equipo/:staff/vinculo/quitar") { request, context in
            let attendant = try await reception.attendant(request, texts)
            let staff = try id(context, "staff")
            if case .accepted = try await forms.take(Self.unlink, request, context, session: attendant.session) {
                try await desk.unlink(staff, by: attendant.actor)
            }
            return back(to: staff)
        }
    }

    /// nil where there is no such provider.
    func linkSection(_ account: StaffAccount, _ attendant: Attendant, _ filling: Filling) async throws -> HTML? {
        guard let provider else { return nil }
        let standing = try await desk.linkStanding(of: account.id, at: provider.issuer)
        let base = texts.address("\(Self.path)/\(account.id)/vinculo")
        let may = account.id != attendant.staff && !account.isClosed
        let form =
            standing == .none
            ? forms.html(filling, action: base, button: "team.link.do", texts: texts, session: attendant.session)
            : forms.html(Self.unlink.blank, action: base + "/quitar", button: "team.link.end", texts: texts, session: attendant.session)
        return views.link(standing, provider: provider.title, form: may ? form : nil)
    }

    private func linkPage(_ staff: Int64, _ attendant: Attendant, _ filling: Filling) async throws -> Page {
        try await accountPage(staff, attendant, link: filling).answering(filling)
    }
}
