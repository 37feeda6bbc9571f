import Civic
import Markup
import Web

/// What somebody of the staff sees of their own account.
struct AccountViews {
    let texts: Texts

    func overview(
        _ account: StaffAccount, _ roles: [HeldRole], institution: String, point: String?, recoveryLeft: Int, sessions: [BrowserSession],
        this: Int64, close: HTML
    ) -> Page {
        let rows = [
            AnswerList.Row(texts["team.name"], HTML(text: account.name)), AnswerList.Row(texts["team.login"], HTML(text: account.login)),
            AnswerList.Row(texts["team.post"], HTML(text: account.post)),
            AnswerList.Row(texts["team.institution"], HTML(text: institution)),
            AnswerList.Row(texts["team.point"], HTML(text: point ?? texts["team.point.none"])),
            AnswerList.Row(texts["team.roles"], RoleViews(texts: texts).list(roles)),
        ]
        let secrets = [
            AnswerList.Row(texts["team.password"], HTML(text: texts["team.password.set"]), change: texts.address("/mesa/cuenta/clave")),
            AnswerList.Row(
                texts["team.second"], HTML(text: texts["team.second.set"]), change: texts.address("/mesa/cuenta/segundo-paso")),
            AnswerList.Row(
                texts["team.recoveryCodes"], HTML(text: texts("team.recoveryCodes.left", count: recoveryLeft)),
                change: texts.address("/mesa/cuenta/codigos")),
        ]
        return page(
            "team.account.title",
            """
            \(AnswerList.list(rows, texts: texts))
            <h2>\(texts["team.secrets.title"])</h2>
            \(AnswerList.list(secrets, texts: texts))
            <h2>\(texts["team.sessions.title"])</h2>
            <ul>
            \(each: sessions, { "<li>\(line($0, isThis: $0.id == this))</li>\n" })</ul>
            \(when: sessions.count > 1, close)
            <p><a href="\(texts.address("/mesa/salir"))">\(texts["team.leave.title"])</a></p>
            """, path: "/mesa/cuenta")
    }

    func change(_ title: TextKey, _ lead: TextKey, _ form: HTML) -> Page {
        page(
            title, "<p class=\"lead\">\(texts[lead])</p>\n\(form)",
            trail: [Link(texts.address("/mesa/cuenta"), texts["team.account.title"])])
    }

    private func line(_ session: BrowserSession, isThis: Bool) -> HTML {
        let words = texts(
            "team.sessions.since",
            [
                "day": texts.short(Day(of: session.made)), "hour": texts.hour(session.made), "seen": texts.hour(session.seen),
                "end": texts.hour(session.ends),
            ])
        return "\(words)\(when: isThis, " <strong>\(texts["team.sessions.this"])</strong>")"
    }

    private func page(_ title: TextKey, _ main: HTML, path: String? = nil, trail: [Link] = []) -> Page {
        Page(
            title: texts[title], path: path, trail: [Link(texts.address("/mesa"), texts["desk.title"])] + trail,
            main: "<div class=\"wide\"><h1>\(texts[title])</h1>\n\(main)</div>")
    }
}
