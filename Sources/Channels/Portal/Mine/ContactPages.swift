import Civic
import Hummingbird
import Markup
import Ports
import Storage
import Web

/// `/mi/datos/contactos`: how the person is reached. They add, change, end and confirm; having none is an answer too.
public struct ContactPages: Sendable {
    static let path = "/mi/datos/contactos"

    private let place: OwnPlace
    private let records: OwnRecords
    private let changes: ContactChanges
    private let forms: Forms

    public init(_ place: OwnPlace, records: OwnRecords, changes: ContactChanges, forms: Forms) {
        self.place = place
        self.records = records
        self.changes = changes
        self.forms = forms
    }

    public func mount(on router: PageRoutes) {
        router.get("/mi/datos/contactos") { request, context in
            let caller = try await place.caller(request)
            return try await place.response(try await list(caller, done: request.asked("hecho")), for: caller, request, context)
        }
        mountAdding(on: router)
        mountChanging(on: router)
        ContactCodePages(place, records: records, changes: changes, forms: forms).mount(on: router)
    }

    private func mountAdding(on router: PageRoutes) {
        router.get("/mi/datos/contactos/agregar/:kind") { request, context in
            let caller = try await place.caller(request)
            let asked = try await asked(context, caller)
            return try await place.response(adding(asked, asked.form.blank, caller), for: caller, request, context)
        }
        router.post("/mi/datos/contactos/agregar/:kind") { request, context in
            let caller = try await place.caller(request)
            let asked = try await asked(context, caller)
            switch try await forms.take(asked.form, request, context, session: caller.session) {
            case .refused(let filling): return try await place.response(adding(asked, filling, caller), for: caller, request, context)
            case .accepted(let answers, let once):
                guard let contact = try asked.contact(answers) else { throw Failure.badRequest }
                try await changes.add(contact, of: caller, once: once, place.pages.texts)
                return back("agregado")
            }
        }
    }

    private func mountChanging(on router: PageRoutes) {
        router.get("/mi/datos/contactos/:contact") { request, context in
            let caller = try await place.caller(request)
            let (kept, asked) = try await kept(context, caller)
            let disclosure = try await records.open([.contacts], of: caller, for: "trace.purpose.ownContacts")
            let filling = asked.begun(Contact.shown(try disclosure.open(kept.plain)), kept)
            return try await place.response(changing(kept, filling, caller), for: caller, request, context)
        }
        router.post("/mi/datos/contactos/:contact") { request, context in
            let caller = try await place.caller(request)
            let (kept, asked) = try await kept(context, caller)
            switch try await forms.take(asked.form, request, context, session: caller.session) {
            case .refused(let filling): return try await place.response(changing(kept, filling, caller), for: caller, request, context)
            case .accepted(let answers, let once):
                guard let contact = try asked.contact(answers) else { throw Failure.badRequest }
                try await changes.replace(kept, with: contact, of: caller, once: once, place.pages.texts)
                return back("cambiado")
            }
        }
        router.post("/mi/datos/contactos/:contact/preferir") { request, context in
            let caller = try await place.caller(request)
            let (kept, _) = try await kept(context, caller)
            guard case .accepted(_, let once) = try await forms.take(ContactForms.prefer, request, context, session: caller.session) else {
                return back(nil)
            }
            try await changes.prefer(kept, of: caller, once: once)
            return back("preferido")
        }
        router.post("/mi/datos/contactos/:contact/quitar") { request, context in
            let caller = try await place.caller(request)
            let (kept, _) = try await kept(context, caller)
            guard case .accepted(_, let once) = try await forms.take(ContactForms.end, request, context, session: caller.session) else {
                return back(nil)
            }
            try await changes.end(kept, of: caller, once: once, place.pages.texts)
            return back("quitado")
        }
    }

    private func list(_ caller: Caller, done: String?) async throws -> Page {
        let disclosure = try await records.open([.contacts], of: caller, for: "trace.purpose.ownContacts")
        let contacts = try await records.person(caller).contacts.map { ($0, Contact.shown(try disclosure.open($0.plain))) }
        return ContactView(texts: place.pages.texts).list(contacts, done: done) { kept in
            guard changes.canConfirm(kept) else { return nil }
            return form(ContactForms.send, kept.id, "/codigo", "contacts.code.send", caller)
        }
    }

    private func adding(_ asked: ContactForms, _ filling: Filling, _ caller: Caller) -> Page {
        let texts = place.pages.texts
        let name = ContactForms.names.first { $0.kind == asked.kind }?.name ?? ""
        let form = forms.html(
            filling, action: texts.address(Self.path + "/agregar/" + name), button: "contacts.save", texts: texts, session: caller.session)
        return ContactView(texts: texts).adding(asked.kind, form: form).answering(filling)
    }

    private func changing(_ kept: KeptContact, _ filling: Filling, _ caller: Caller) -> Page {
        let texts = place.pages.texts
        let change = forms.html(
            filling, action: texts.address(Self.path + "/\(kept.id)"), button: "contacts.change.save", texts: texts, session: caller.session
        )
        return ContactView(texts: texts).changing(
            form: change, prefer: kept.isPreferred ? nil : form(ContactForms.prefer, kept.id, "/preferir", "contacts.prefer", caller),
            end: form(ContactForms.end, kept.id, "/quitar", "contacts.end", caller)
        ).answering(filling)
    }

    private func form(_ form: Form, _ contact: Int64, _ action: String, _ button: TextKey, _ caller: Caller) -> HTML {
        let texts = place.pages.texts
        return forms.html(
            form.blank, action: texts.address(Self.path + "/\(contact)\(action)"), button: button, texts: texts, session: caller.session)
    }

    private func asked(_ context: WebContext, _ caller: Caller) async throws -> ContactForms {
        let name = try context.parameters.require("kind")
        guard let kind = ContactForms.names.first(where: { $0.name == name })?.kind else { throw Failure.notFound }
        return ContactForms(kind: kind, asksSafe: try await records.isProtected(caller.person))
    }

    private func kept(_ context: WebContext, _ caller: Caller) async throws -> (KeptContact, ContactForms) {
        let (kept, isProtected) = try await records.contact(try context.parameters.require("contact"), of: caller)
        return (kept, ContactForms(kind: kept.kind, asksSafe: isProtected))
    }

    private func back(_ done: String?) -> Response {
        place.pages.to(Self.path + (done.map { "?hecho=" + $0 } ?? ""))
    }
}
