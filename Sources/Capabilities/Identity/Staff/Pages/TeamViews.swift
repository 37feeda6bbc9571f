import Civic
import Markup
import Ports
import Web

/// The accounts of the staff, for those who look after them.
struct TeamViews {
    let texts: Texts

    func list(_ accounts: [StaffAccount], _ institutions: [Directory.Entry]) -> Page {
        let names = Dictionary(institutions.map { ($0.key, $0.name) }) { first, _ in first }
        let rows: [[HTML]] = accounts.map { account in
            [
                "<a href=\"\(texts.address("\(TeamPages.path)/\(account.id)"))\">\(account.name)</a>", HTML(text: account.login),
                HTML(text: account.post), HTML(text: names[account.institution] ?? account.institution), standing(account),
            ]
        }
        return page(
            texts["team.title"], path: TeamPages.path,
            """
            <p class="lead">\(texts["team.lead"])</p>
            \(Buttons.row([Buttons.link(Link(texts.address(TeamPages.path + "/nueva"), texts["team.new"]))]))
            \(DataTable.framed(
                id: "cuentas", caption: texts("team.count", count: accounts.count),
                columns: [
                    .init(texts["team.name"]), .init(texts["team.login"]), .init(texts["team.post"]), .init(texts["team.institution"]),
                    .init(texts["team.standing"]),
                ], rows: rows, stacked: true))
            """)
    }

    func new(_ form: HTML) -> Page {
        page(texts["team.new"], "<p class=\"lead\">\(texts["team.new.lead"])</p>\n\(form)", trail: [list])
    }

    /// The password is shown here and nowhere else; nil when the form came twice.
    func password(_ password: String?, of staff: Int64, isNew: Bool) -> Page {
        let account = Link(texts.address("\(TeamPages.path)/\(staff)"), texts[isNew ? "team.new.roles" : "team.password.account"])
        return page(
            texts[isNew ? "team.new.done" : "team.restart.done"],
            """
            \(with: password, {
                Alert.box(.attention, "<p>\(texts["team.password.once"])</p>\n<p><code>\($0)</code></p>", texts: texts, isNew: true)
            })\
            \(when: password == nil, "<p>\(texts["team.password.gone"])</p>\n")\
            <p>\(texts["team.password.next"])</p>
            \(Buttons.row([Buttons.link(account)]))
            """, trail: [list])
    }

    func account(
        _ account: StaffAccount, institution: String?, roles: [(role: HeldRole, take: HTML?)], link: HTML?, give: HTML?,
        acts: [HTML]
    ) -> Page {
        page(
            account.name,
            """
            \(AnswerList.list([
                AnswerList.Row(texts["team.login"], HTML(text: account.login)), AnswerList.Row(texts["team.post"], HTML(text: account.post)),
                AnswerList.Row(texts["team.institution"], HTML(text: institution ?? account.institution)),
                AnswerList.Row(texts["team.point"], HTML(text: account.point.map { "\($0)" } ?? texts["team.point.none"])),
                AnswerList.Row(texts["team.standing"], standing(account)),
                AnswerList.Row(texts["team.person"], HTML(text: texts[account.hasPerson ? "team.person.known" : "team.person.unknown"])),
            ], texts: texts))
            <h2>\(texts["team.roles"])</h2>
            \(when: roles.isEmpty, "<p>\(texts["team.roles.none"])</p>\n")\
            \(each: roles, { "<p>\(RoleViews(texts: texts).words($0.role))</p>\n\(with: $0.take, { "\($0)\n" })" })\
            \(with: give, { "<h2>\(texts["team.role.give"])</h2>\n\($0)\n" })\
            \(when: give == nil && acts.isEmpty, "<p>\(texts["team.own.advice"])</p>\n")\
            \(with: link, { $0 })\
            \(when: !acts.isEmpty, "<h2>\(texts["team.acts"])</h2>\n<p>\(texts["team.acts.lead"])</p>\n")\
            \(each: acts, { "\($0)\n" })
            """, trail: [list])
    }

    func link(_ standing: LinkStanding, provider: String, form: HTML?) -> HTML {
        let words: TextKey =
            switch standing {
            case .none: "team.link.none"
            case .waiting: "team.link.waiting"
            case .bound: "team.link.bound"
            }
        return "<h2>\(texts("team.link", ["provider": provider]))</h2>\n<p>\(texts[words])</p>\n\(with: form, { "\($0)\n" })"
    }

    private func standing(_ account: StaffAccount) -> HTML {
        if account.isClosed { return Tag.label(texts["team.standing.closed"], .failed) }
        if account.isNew { return Tag.label(texts["team.standing.new"], .attention) }
        return Tag.label(texts["team.standing.open"], .done)
    }

    private var list: Link { Link(texts.address(TeamPages.path), texts["team.title"]) }

    private func page(_ title: String, path: String? = nil, _ main: HTML, trail: [Link] = []) -> Page {
        Page(
            title: title, path: path, trail: [Link(texts.address("/mesa"), texts["desk.title"])] + trail,
            main: "<div class=\"wide\"><h1>\(title)</h1>\n\(main)</div>")
    }
}
