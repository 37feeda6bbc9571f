import Civic
import HTTPTypes
import Markup
import Web

/// What people see of the sign-in.
struct SignInView {
    let texts: Texts
    /// What the provider is called; nil when there is none.
    let provider: String?

    /// The ways in. `form` is that of a number that is only said, where that is enough; `isRising` when the person is known already, but not
    /// surely enough.
    func ways(_ asked: AskedSignIn, form: HTML?, isRising: Bool) -> Page {
        page(
            texts["signIn.title"], path: "/ingresar",
            """
            <p class="lead">\(why(asked, isRising: isRising))</p>
            \(providerWay(asked))\
            \(with: form, declared)\
            \(without)\
            \(doors)
            """)
    }

    /// Whoever is known surely enough already.
    func already(_ asked: AskedSignIn) -> Page {
        page(
            texts["signIn.already"],
            """
            <p class="lead">\(texts["signIn.already.lead"])</p>
            \(Buttons.row([
                Buttons.link(Link(asked.onward(texts)?.path ?? texts.address("/"), texts["signIn.goOn"])),
                Buttons.link(Link(texts.address("/salir"), texts["signOut.do"]), .plain),
            ]))
            """)
    }

    /// What happened, what to do about it, and the way back to what was begun.
    func failed(_ fault: SignInFault, _ asked: AskedSignIn) -> Page {
        failed(fault, Buttons.row(ways(after: fault, asked)) + doors)
    }

    /// The same for somebody of the staff, who has other doors.
    func failed(_ fault: SignInFault, again: String) -> Page {
        failed(fault, Buttons.row([Buttons.link(Link(again, texts["signIn.again"]))]))
    }

    private func failed(_ fault: SignInFault, _ onward: HTML) -> Page {
        let (title, advice) = fault.words
        var page = page(
            texts(title, ["provider": provider ?? ""]),
            """
            <p class="lead">\(texts(advice, ["provider": provider ?? ""]))</p>
            \(onward)
            """)
        page.status = fault.status
        return page
    }

    private func ways(after fault: SignInFault, _ asked: AskedSignIn) -> [HTML] {
        var ways: [HTML] = []
        if fault != .dead { ways.append(Buttons.link(Link(asked.address("/ingresar", texts), texts["signIn.again"]))) }
        if let back = asked.back { ways.append(Buttons.link(Link(back.path, texts["signIn.back"]), .second)) }
        return ways + [Buttons.link(Link(texts.address("/"), texts["signIn.home"]), .plain)]
    }

    private func why(_ asked: AskedSignIn, isRising: Bool) -> String {
        switch asked.level {
        case .declared: texts["signIn.why.declared"]
        case .phone, .verified: texts[isRising ? "signIn.why.rise" : "signIn.why.verified"]
        case .anonymous: texts["signIn.why.declared"]
        }
    }

    private func providerWay(_ asked: AskedSignIn) -> HTML {
        guard let provider else {
            return Alert.box(.info, "<p>\(texts["signIn.noProvider"])</p>", texts: texts)
        }
        let button = Link(asked.address("/ingresar/clave", texts), texts("signIn.with", ["provider": provider]))
        return """
            \(Buttons.row([Buttons.link(button, asked.level == .declared ? .second : .main)]))
            <p class="quiet">\(texts("signIn.there", ["provider": provider]))</p>

            """
    }

    private func declared(_ form: HTML) -> HTML {
        """
        <h2>\(texts["signIn.declared"])</h2>
        <p>\(texts["signIn.declared.what"])</p>
        \(form)

        """
    }

    private var without: HTML {
        """
        <h2>\(texts["signIn.without"])</h2>
        <ul class="ways">
        <li><a href="\(texts.address("/temas"))">\(texts["signIn.without.sheets"])</a></li>
        <li><a href="\(texts.address("/momentos"))">\(texts["signIn.without.moments"])</a></li>
        <li><a href="\(texts.address("/volver"))">\(texts["signIn.without.return"])</a></li>
        </ul>

        """
    }

    private var doors: HTML {
        """
        <h2>\(texts["signIn.doors"])</h2>
        <ul class="ways">
        <li><a href="tel:101">\(texts["signIn.doors.phone"])</a></li>
        <li><a href="\(texts.address("/lugares"))">\(texts["signIn.doors.places"])</a></li>
        <li><a href="\(texts.address("/ayuda"))">\(texts["signIn.doors.help"])</a></li>
        </ul>
        """
    }

    func page(_ title: String, path: String? = nil, _ content: HTML) -> Page {
        Page(
            title: title, path: path, trail: [Link(texts.address("/"), texts["site.name"])],
            main: """
                <div class="wide">
                <h1>\(title)</h1>
                \(content)
                </div>
                """)
    }
}

extension SignInFault {
    /// What happened, and what to do next.
    fileprivate var words: (title: TextKey, advice: TextKey) {
        switch self {
        case .cancelled: ("signIn.cancelled", "signIn.cancelled.advice")
        case .down: ("signIn.down", "signIn.down.advice")
        case .answer, .refused, .token, .claims: ("signIn.wrong", "signIn.wrong.advice")
        case .noNumber: ("signIn.noNumber", "signIn.noNumber.advice")
        case .forged, .replayed: ("signIn.forged", "signIn.forged.advice")
        case .expired: ("signIn.expired", "signIn.expired.advice")
        case .dead: ("signIn.dead", "signIn.dead.advice")
        case .stranger: ("signIn.stranger", "signIn.stranger.advice")
        case .weak: ("signIn.weak", "signIn.weak.advice")
        case .stale: ("signIn.stale", "signIn.stale.advice")
        }
    }

    /// RFC 9110 section 15.
    fileprivate var status: HTTPResponse.Status {
        switch self {
        case .cancelled: .ok
        case .down: .serviceUnavailable
        case .answer, .refused, .token, .claims: .badGateway
        case .forged, .replayed, .expired: .badRequest
        case .noNumber, .dead, .stranger, .weak, .stale: .forbidden
        }
    }
}
