import Civic
import Markup
import Web

/// How somebody of the staff is asked in.
struct EntryViews {
    let texts: Texts
    let team: [DemoMember]
    let provider: String?

    /// `institution` is the way in through the institution, where there is one.
    func begin(_ form: HTML, _ institution: String) -> Page {
        page(
            "team.enter.title", "/mesa/ingresar",
            """
            <p class="lead">\(texts["team.enter.lead"])</p>
            \(form)
            \(with: provider, {
                "<h2>\(texts["team.enter.other"])</h2>\n\(Buttons.row([Buttons.link(Link(institution, texts("signIn.with", ["provider": $0])), .second)]))"
            })\
            <p class="quiet">\(texts["team.enter.help"])</p>
            \(when: !team.isEmpty, demonstration)
            """)
    }

    func code(_ form: HTML, recovery: String, shown: String?) -> Page {
        page(
            "team.code.title", nil,
            """
            <p class="lead">\(texts["team.code.lead"])</p>
            \(with: shown, { Alert.box(.info, "<p>\(texts("team.code.shown", ["code": $0]))</p>", texts: texts) })\(form)
            <p><a href="\(recovery)">\(texts["team.code.lost"])</a></p>
            """)
    }

    func recovery(_ form: HTML) -> Page {
        page("team.recovery.title", nil, "<p class=\"lead\">\(texts["team.recovery.lead"])</p>\n\(form)")
    }

    func renewal(_ form: HTML) -> Page {
        page("team.renewal.title", nil, "<p class=\"lead\">\(texts["team.renewal.lead"])</p>\n\(form)")
    }

    func enrolment(_ form: HTML, secret: String, address: String) -> Page {
        page("team.second.title", nil, "\(secretBox(secret, address))\(form)")
    }

    /// What an authenticator must be told: to be typed in groups, or pasted whole.
    func secretBox(_ secret: String, _ address: String) -> HTML {
        """
        <p class="lead">\(texts["team.second.lead"])</p>
        \(AnswerList.list([
            AnswerList.Row(texts["team.second.secret"], "<code>\(Base32.grouped(secret))</code>"),
            AnswerList.Row(texts["team.second.address"], "<code>\(address)</code>"),
        ], texts: texts))
        <p>\(texts["team.second.next"])</p>
        """
    }

    func recoveryCodes(_ codes: [RecoveryCode], next: String) -> Page {
        page(
            "team.recoveryCodes.title", nil,
            """
            \(Alert.box(.attention, "<p>\(texts["team.recoveryCodes.lead"])</p>", texts: texts))
            <ol>
            \(each: codes, { "<li><code>\($0.grouped)</code></li>\n" })</ol>
            \(Buttons.row([Buttons.link(Link(next, texts["team.recoveryCodes.next"]))]))
            """)
    }

    func leave(_ form: HTML) -> Page {
        page("team.leave.title", "/mesa/salir", "<p>\(texts["team.leave.lead"])</p>\n\(form)")
    }

    /// The accounts of the demonstration, with their password.
    private var demonstration: HTML {
        let rows: [[HTML]] = team.map { [HTML(text: $0.login), "<code>\($0.password)</code>", HTML(text: texts[$0.role.title])] }
        return """
            <h2>\(texts["team.demo.title"])</h2>
            <p>\(texts["team.demo.lead"])</p>
            \(DataTable.framed(
                id: "equipo", caption: texts["team.demo.title"],
                columns: [.init(texts["team.login"]), .init(texts["team.password"]), .init(texts["team.role"])], rows: rows))
            """
    }

    private func page(_ title: TextKey, _ path: String?, _ main: HTML) -> Page {
        Page(
            title: texts[title], path: path,
            main: """
                <div class="wide"><h1>\(texts[title])</h1>
                \(main)</div>
                """)
    }
}
