import Civic
import Markup
import Ports
import Web

/// Agreements between institutions, for those who look after them.
struct AgreementViews {
    let texts: Texts

    func list(_ agreements: [Agreement], _ institutions: [Directory.Entry], on day: Day) -> Page {
        let rows: [[HTML]] = agreements.map { agreement in
            [
                "<a href=\"\(texts.address("\(AgreementPages.path)/\(agreement.id)"))\">\(name(agreement.giver, institutions))</a>",
                HTML(text: name(agreement.receiver, institutions)), HTML(text: agreement.from.numeric), HTML(text: agreement.to.numeric),
                standing(agreement, day),
            ]
        }
        return page(
            "convenios.title", path: AgreementPages.path,
            """
            <p class="lead">\(texts["convenios.lead"])</p>
            \(Buttons.row([Buttons.link(Link(texts.address(AgreementPages.path + "/nuevo"), texts["convenios.new"]))]))
            \(when: agreements.isEmpty, "<p>\(texts["convenios.none"])</p>")\
            \(when: !agreements.isEmpty, DataTable.framed(
                id: "lista", caption: texts("convenios.count", count: agreements.count),
                columns: [
                    .init(texts["convenios.giver"]), .init(texts["convenios.receiver"]), .init(texts["convenios.from"]),
                    .init(texts["convenios.to"]), .init(texts["team.standing"]),
                ], rows: rows, stacked: true))
            """)
    }

    func new(_ form: HTML) -> Page {
        page("convenios.new", "<p class=\"lead\">\(texts["convenios.new.lead"])</p>\n\(form)", trail: [list])
    }

    func agreement(_ agreement: Agreement, _ institutions: [Directory.Entry], on day: Day, end: HTML?) -> Page {
        page(
            "convenios.one",
            """
            \(AnswerList.list([
                AnswerList.Row(texts["convenios.giver"], HTML(text: name(agreement.giver, institutions))),
                AnswerList.Row(texts["convenios.receiver"], HTML(text: name(agreement.receiver, institutions))),
                AnswerList.Row(texts["convenios.purpose"], HTML(text: agreement.purpose)),
                AnswerList.Row(texts["convenios.data"], HTML(text: agreement.data)),
                AnswerList.Row(texts["convenios.basis"], HTML(text: agreement.basis)),
                AnswerList.Row(texts["convenios.from"], HTML(text: texts.short(agreement.from))),
                AnswerList.Row(texts["convenios.to"], HTML(text: texts.short(agreement.to))),
                AnswerList.Row(texts["team.standing"], standing(agreement, day)),
            ], texts: texts))
            \(with: end, { "<h2>\(texts["convenios.end"])</h2>\n<p>\(texts["convenios.end.lead"])</p>\n\($0)" })
            """, trail: [list])
    }

    private func name(_ key: String, _ institutions: [Directory.Entry]) -> String {
        institutions.first { $0.key == key }?.name ?? key
    }

    private func standing(_ agreement: Agreement, _ day: Day) -> HTML {
        if agreement.isInForce(on: day) { return Tag.label(texts["convenios.inForce"], .done) }
        return agreement.from > day && agreement.to >= agreement.from
            ? Tag.label(texts["convenios.coming"], .info) : Tag.label(texts["convenios.ended"], .failed)
    }

    private var list: Link { Link(texts.address(AgreementPages.path), texts["convenios.title"]) }

    private func page(_ title: TextKey, path: String? = nil, _ main: HTML, trail: [Link] = []) -> Page {
        Page(
            title: texts[title], path: path, trail: [Link(texts.address("/mesa"), texts["desk.title"])] + trail,
            main: "<div class=\"wide\"><h1>\(texts[title])</h1>\n\(main)</div>")
    }
}
