import Civic
import Hummingbird
import Markup
import Web

/// `/mi/sesiones`: at which browsers the person is signed in, and how to sign out of them. Which programs those are is opened like any
/// other datum: whoever reads it in the database learns nothing, and the look leaves its trace.
public struct SessionPages: Sendable {
    private static let close = Form("sessionClose", [])
    private static let closeOthers = Form("sessionsClose", [])
    private static let closeAll = Form("sessionsEnd", [])

    private let place: OwnPlace
    private let records: OwnRecords
    private let sessions: Sessions
    private let forms: Forms

    public init(_ place: OwnPlace, records: OwnRecords, sessions: Sessions, forms: Forms) {
        self.place = place
        self.records = records
        self.sessions = sessions
        self.forms = forms
    }

    public func mount(on router: PageRoutes) {
        router.get("/mi/sesiones") { request, context in
            let caller = try await place.caller(request)
            return try await place.response(try await page(caller), for: caller, request, context)
        }
        router.post("/mi/sesiones/:session/cerrar") { request, context in
            let caller = try await place.caller(request)
            let id = try context.number("session")
            if case .accepted = try await forms.take(Self.close, request, context, session: caller.session) {
                try await sessions.close(id, of: caller.session)
            }
            return place.pages.to("/mi/sesiones")
        }
        router.post("/mi/sesiones/otras") { request, context in
            let caller = try await place.caller(request)
            if case .accepted = try await forms.take(Self.closeOthers, request, context, session: caller.session) {
                _ = try await sessions.closeOthers(than: caller.session)
            }
            return place.pages.to("/mi/sesiones")
        }
        router.post("/mi/sesiones/todas") { request, context in
            let caller = try await place.caller(request)
            guard case .accepted = try await forms.take(Self.closeAll, request, context, session: caller.session) else {
                return place.pages.to("/mi/sesiones")
            }
            _ = try await sessions.closeOthers(than: caller.session)
            var response = place.pages.to("/")
            response.headers[.setCookie] = try await sessions.close(request)
            response.headers.append(LargePrint.field(false, isSecure: place.pages.isSecure))
            return response
        }
    }

    private func page(_ caller: Caller) async throws -> Page {
        let texts = place.pages.texts
        let disclosure = try await records.open([.sessions], of: caller, for: "trace.purpose.ownSessions")
        let open = try await sessions.programs(of: caller.session.identity)
        let items = try open.map { session, program in
            (session, Browser.words(try program.map(disclosure.open), texts), session.id == caller.session.id)
        }
        return Page(
            title: texts["sessions.title"], path: "/mi/sesiones",
            main: """
                <div class="wide"><h1>\(texts["sessions.title"])</h1>
                <p class="lead">\(texts["sessions.lead"])</p>
                <ul class="cards">
                \(each: items, { item($0.0, $0.1, isThis: $0.2, caller) })</ul>
                \(when: open.count > 1, form(Self.closeOthers, "/mi/sesiones/otras", "sessions.closeOthers", caller))\
                \(form(Self.closeAll, "/mi/sesiones/todas", "sessions.closeAll", caller))
                <p class="quiet">\(texts["sessions.advice"])</p></div>
                """)
    }

    private func item(_ session: BrowserSession, _ program: String, isThis: Bool, _ caller: Caller) -> HTML {
        let texts = place.pages.texts
        return """
            <li><h2>\(program)</h2>
            <p>\(texts("sessions.since", ["moment": moment(session.made)]))</p>
            <p>\(texts("sessions.seen", ["moment": moment(session.seen)]))</p>
            \(isThis
                ? "<p>\(Tag.label(texts["sessions.this"], .done))</p>"
                : form(Self.close, "/mi/sesiones/\(session.id)/cerrar", "sessions.close", caller))</li>

            """
    }

    private func form(_ form: Form, _ path: String, _ button: TextKey, _ caller: Caller) -> HTML {
        let texts = place.pages.texts
        return forms.html(form.blank, action: texts.address(path), button: button, texts: texts, session: caller.session)
    }

    private func moment(_ instant: Instant) -> String {
        let texts = place.pages.texts
        return texts("trace.moment", ["day": texts.short(Day(of: instant)), "hour": texts.hour(instant)])
    }
}
