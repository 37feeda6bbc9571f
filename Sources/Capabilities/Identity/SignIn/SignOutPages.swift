import Civic
import HTTPTypes
import Hummingbird
import Markup
import Web

/// `/salir`: asks first, ends the session here or on all devices, and then at the provider, where it was opened.
public struct SignOutPages: Sendable {
    private static let place = Field.choice(
        "donde", "signOut.where",
        [FieldOption("aqui", "signOut.here"), FieldOption("todas", "signOut.everywhere", hint: "signOut.everywhere.hint")])
    private static let form = Form("signOut", [place])

    private let pages: Pages
    private let forms: Forms
    private let entrance: Entrance

    public init(_ pages: Pages, forms: Forms, entrance: Entrance) {
        self.pages = pages
        self.forms = forms
        self.entrance = entrance
    }

    public func mount(on router: PageRoutes) {
        router.get("/salir") { request, context in
            let session = try await entrance.sessions.session(of: request)
            return pages.make(
                request, context, as: nil, session.map { asking(Self.form.begun([("donde", "aqui")]), $0) } ?? done(atProvider: false)
            ).unlisted
        }
        router.post("/salir") { request, context in
            guard let session = try await entrance.sessions.session(of: request) else {
                return pages.to("/salir/listo")
            }
            switch try await forms.take(Self.form, request, context, session: session) {
            case .refused(let filling): return pages.make(request, context, as: nil, asking(filling, session).answering(filling)).unlisted
            case .accepted(let answers, _):
                if try answers[Self.place] == "todas" { _ = try await entrance.sessions.closeOthers(than: session) }
                let path = isOfProvider(session) ? "/salir/clave" : "/salir/listo"
                var response = try entrance.leading(to: pages.texts.address(path), with: try await entrance.sessions.close(request))
                response.headers.append(LargePrint.field(false, isSecure: entrance.isSecure))
                return response.forgetting
            }
        }
        // A form may lead nowhere but here (form-action of our policy), so that the way on is a page of its own, which goes on by itself.
        router.get("/salir/clave") { request, context in
            let listo = entrance.address + pages.texts.address("/salir/listo")
            guard let onward = entrance.citizens?.provider.logoutAddress(backTo: listo) else {
                return pages.to("/salir/listo")
            }
            var response = pages.make(request, context, as: nil, leaving(onward)).unlisted
            if let refresh = HTTPField.Name("Refresh") { response.headers[refresh] = "0; url=\(onward)" }
            return response
        }
        router.get("/salir/listo") { request, context in
            pages.make(request, context, as: nil, done(atProvider: true)).unlisted
        }
    }

    private var view: SignInView { SignInView(texts: pages.texts, provider: entrance.citizens?.provider.title) }

    private func isOfProvider(_ session: BrowserSession) -> Bool {
        if case .citizen = session.identity { session.assurance == .verified && entrance.citizens?.provider.logout != nil } else { false }
    }

    private func asking(_ filling: Filling, _ session: BrowserSession) -> Page {
        let texts = pages.texts
        return view.page(
            texts["signOut.title"], path: "/salir",
            """
            \(when: isOfProvider(session), "<p class=\"lead\">\(texts("signOut.provider", ["provider": entrance.citizens?.provider.title ?? ""]))</p>\n")\
            \(forms.html(filling, action: texts.address("/salir"), button: "signOut.do", texts: texts, session: session))
            <p><a href="\(texts.address("/mi"))">\(texts["signOut.stay"])</a></p>
            """)
    }

    private func leaving(_ onward: String) -> Page {
        let (texts, provider) = (pages.texts, entrance.citizens?.provider.title ?? "")
        return view.page(
            texts["signOut.done"],
            """
            <p class="lead">\(texts("signOut.leaving", ["provider": provider]))</p>
            \(Buttons.row([Buttons.link(Link(onward, texts("signOut.leaving.do", ["provider": provider])))]))
            """)
    }

    private func done(atProvider: Bool) -> Page {
        let texts = pages.texts
        return view.page(
            texts[atProvider ? "signOut.done" : "signOut.nobody"],
            """
            <p class="lead">\(texts[atProvider ? "signOut.done.lead" : "signOut.nobody.lead"])</p>
            \(Buttons.row([
                Buttons.link(Link(texts.address("/"), texts["signIn.home"])),
                Buttons.link(Link(texts.address("/ingresar"), texts["signIn.again"]), .plain),
            ]))
            """)
    }
}
