import Civic
import Hummingbird
import Web

/// Confirming that a contact reaches the person: a code goes out and comes back.
struct ContactCodePages: Sendable {
    let place: OwnPlace
    let records: OwnRecords
    let changes: ContactChanges
    let forms: Forms

    init(_ place: OwnPlace, records: OwnRecords, changes: ContactChanges, forms: Forms) {
        self.place = place
        self.records = records
        self.changes = changes
        self.forms = forms
    }

    func mount(on router: PageRoutes) {
        let texts = place.pages.texts
        router.post("/mi/datos/contactos/:contact/codigo") { request, context in
            let caller = try await place.caller(request)
            let kept = try await kept(context, caller)
            let list = place.pages.to(ContactPages.path)
            guard changes.canConfirm(kept) else { return list }
            guard case .accepted(_, let once) = try await forms.take(ContactForms.send, request, context, session: caller.session) else {
                return list
            }
            try await changes.sendCode(to: kept, of: caller, once: once, texts)
            return place.pages.to(ContactPages.path + "/\(kept.id)/confirmar")
        }
        router.get("/mi/datos/contactos/:contact/confirmar") { request, context in
            let caller = try await place.caller(request)
            let kept = try await kept(context, caller)
            return try await place.response(page(kept, ContactForms.codeForm.blank, caller), for: caller, request, context)
        }
        router.post("/mi/datos/contactos/:contact/confirmar") { request, context in
            let caller = try await place.caller(request)
            let kept = try await kept(context, caller)
            switch try await forms.take(ContactForms.codeForm, request, context, session: caller.session) {
            case .refused(let filling): return try await place.response(page(kept, filling, caller), for: caller, request, context)
            case .accepted(let answers, _):
                guard try await changes.confirm(kept, with: try answers[ContactForms.code], of: caller) else {
                    var page = page(kept, ContactForms.codeForm.blank, caller, isWrong: true)
                    page.status = .unprocessableContent
                    return try await place.response(page, for: caller, request, context)
                }
                return place.pages.to(ContactPages.path + "?hecho=confirmado")
            }
        }
    }

    private func kept(_ context: WebContext, _ caller: Caller) async throws -> KeptContact {
        try await records.contact(try context.parameters.require("contact"), of: caller).contact
    }

    private func page(_ kept: KeptContact, _ filling: Filling, _ caller: Caller, isWrong: Bool = false) -> Page {
        let texts = place.pages.texts
        let form = forms.html(
            filling, action: texts.address(ContactPages.path + "/\(kept.id)/confirmar"), button: "contacts.code.check", texts: texts,
            session: caller.session)
        return ContactView(texts: texts).code(form: form, isWrong: isWrong).answering(filling)
    }
}
