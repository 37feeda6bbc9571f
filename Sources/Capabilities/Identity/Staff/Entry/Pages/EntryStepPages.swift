import Civic
import HTTPTypes
import Hummingbird
import Markup
import Web

/// The steps after the password.
extension EntryPages {
    func mountCodes(on router: PageRoutes) {
        router.get("/mesa/ingresar/codigo") { request, context in
            guard let holder = try await holder(request, at: .code) else { return beginning(request) }
            return answer(request, context, codePage(EntryForms.codeForm.blank, holder, request))
        }
        router.post("/mesa/ingresar/codigo") { request, context in
            guard let holder = try await holder(request, at: .code) else { return beginning(request) }
            switch try await forms.take(EntryForms.codeForm, request, context) {
            case .refused(let filling): return answer(request, context, codePage(filling, holder, request).answering(filling))
            case .accepted(let answers, _):
                guard try await desk.enter(holder, code: try answers[EntryForms.code]) else {
                    let filling = EntryForms.codeForm.refused(at: "codigo", FieldProblem("team.code.wrong"))
                    return answer(request, context, codePage(filling, holder, request).answering(filling))
                }
                return try await door.admit(holder.id, at: request, with: .redirect(to: back(request), type: .normal))
            }
        }
        router.get("/mesa/ingresar/recuperacion") { request, context in
            guard try await holder(request, at: .code) != nil else { return beginning(request) }
            return answer(request, context, views.recovery(form(EntryForms.recoveryForm.blank, "/recuperacion", "team.enter", request)))
        }
        router.post("/mesa/ingresar/recuperacion") { request, context in
            guard let holder = try await holder(request, at: .code) else { return beginning(request) }
            func page(_ filling: Filling) -> Page {
                views.recovery(form(filling, "/recuperacion", "team.enter", request)).answering(filling)
            }
            switch try await forms.take(EntryForms.recoveryForm, request, context) {
            case .refused(let filling): return answer(request, context, page(filling))
            case .accepted(let answers, _):
                guard try await desk.enter(holder, recovery: try answers[EntryForms.recovery]) else {
                    return answer(
                        request, context, page(EntryForms.recoveryForm.refused(at: "codigo", FieldProblem("team.recovery.wrong"))))
                }
                return try await door.admit(holder.id, at: request, with: .redirect(to: back(request), type: .normal))
            }
        }
    }

    func mountFirstSteps(on router: PageRoutes) {
        router.get("/mesa/ingresar/clave") { request, context in
            guard try await holder(request, at: .renewal) != nil else { return beginning(request) }
            return answer(request, context, views.renewal(form(EntryForms.renewal.blank, "/clave", "team.newPassword.save", request)))
        }
        router.post("/mesa/ingresar/clave") { request, context in
            guard let holder = try await holder(request, at: .renewal) else { return beginning(request) }
            func page(_ filling: Filling) -> Page {
                views.renewal(form(filling, "/clave", "team.newPassword.save", request)).answering(filling)
            }
            switch try await forms.take(EntryForms.renewal, request, context) {
            case .refused(let filling): return answer(request, context, page(filling))
            case .accepted(let answers, _):
                let password = try answers[EntryForms.newPassword]
                if let problem = try await newProblem(password, holder) {
                    return answer(request, context, page(EntryForms.renewal.refused(at: "clave-nueva", problem)))
                }
                let hash = try await desk.choose(password, of: holder.id)
                let next =
                    holder.code == nil ? try await desk.enrolment(holder.id, after: hash) : EntryTicket(holder.id, .code, after: hash)
                return door.pass(next, to: address(next.step.path, request))
            }
        }
        router.get("/mesa/ingresar/segundo-paso") { request, context in
            guard let holder = try await holder(request, at: .enrolment) else { return beginning(request) }
            return answer(request, context, enrolmentPage(EntryForms.confirm.blank, holder, request))
        }
        router.post("/mesa/ingresar/segundo-paso") { request, context in
            guard let holder = try await holder(request, at: .enrolment) else { return beginning(request) }
            switch try await forms.take(EntryForms.confirm, request, context) {
            case .refused(let filling): return answer(request, context, enrolmentPage(filling, holder, request).answering(filling))
            case .accepted(let answers, _):
                guard let codes = try await desk.confirm(try answers[EntryForms.code], of: holder) else {
                    let filling = EntryForms.confirm.refused(at: "codigo", FieldProblem("team.code.wrong"))
                    return answer(request, context, enrolmentPage(filling, holder, request).answering(filling))
                }
                return try await door.admit(
                    holder.id, at: request, with: answer(request, context, views.recoveryCodes(codes, next: back(request))))
            }
        }
    }

    /// What is wrong with a new password.
    func newProblem(_ password: String, _ holder: StaffSecrets) async throws -> FieldProblem? {
        if let problem = try await desk.problem(password, of: holder) { return problem.words }
        return try await desk.isInUse(password, of: holder) ? FieldProblem("team.newPassword.same") : nil
    }

    private func codePage(_ filling: Filling, _ holder: StaffSecrets, _ request: Request) -> Page {
        views.code(
            form(filling, "/codigo", "team.enter", request), recovery: address("/mesa/ingresar/recuperacion", request),
            shown: views.team.isEmpty ? nil : desk.codeNow(holder.code, after: holder.lastStep))
    }

    private func enrolmentPage(_ filling: Filling, _ holder: StaffSecrets, _ request: Request) -> Page {
        views.enrolment(
            form(filling, "/segundo-paso", "team.second.confirm", request), secret: holder.nextCode?.text ?? "",
            address: holder.nextCode?.address(for: holder.login, issuer: desk.issuer) ?? "")
    }
}
