import Civic
import Markup
import Ports
import Web

/// Somebody at the desk, before and after it is proven that they are there.
struct AttentionViews {
    let texts: Texts
    let forms: Forms
    let attendant: Attendant
    var isDemonstration = false
    /// The address of `desk.js`.
    var script = ""

    func list(notice: HTML? = nil, _ attentions: [OwnContact], done: String? = nil, survey: CheckedCode? = nil) -> Page {
        let said: TextKey? =
            done == "terminada"
            ? "persons.ending.end.done"
            : done == "corregida" ? "persons.correct.done" : done == "derivada" ? "persons.ending.referred.done" : nil
        return Page(
            title: texts["persons.attentions.title"], path: "/mesa/atenciones", trail: trail, scripts: [script],
            main: """
                <div class="wide"><h1>\(texts["persons.attentions.title"])</h1>
                \(with: notice, { "\($0)<p><a href=\"\(texts.address("/mesa/rebalse"))\">\(texts["persons.attentions.diversion"])</a></p>\n" })\
                \(with: said, { Alert.box(.done, "<p>\(texts[$0])</p>\n", texts: texts, isNew: true) })\
                \(with: survey, { code in
                    "<p>\(texts["persons.ending.survey"]) <strong class=\"folio\">\(code.description)</strong></p>\n"
                })\
                <div class="begin">\(form(AttentionForms.begin.blank, "/mesa/atenciones/nueva", "persons.attention.begin"))</div>
                <p class="quiet keys" hidden>\(texts["persons.attention.begin.key"])</p>
                <p class="quiet">\(texts["persons.attention.begin.hint"])</p>
                <p><a class="button second" href="\(texts.address("/mesa/personas"))">\(texts["persons.find.title"])</a></p>
                \(attentions.isEmpty ? EmptyState.box(
                    texts["persons.attentions.none"], "<p>\(texts["persons.attentions.none.next"])</p>\n") : table(attentions))</div>
                """)
    }

    func unproven(
        _ attendance: Attendance, _ row: LookupDesk.Row, open: Int, approval: Approval?, answer: DocumentRegister.Answer?,
        _ filling: Filling
    ) -> Page {
        let path = "/mesa/atenciones/\(attendance.contact.id.number)"
        return Page(
            title: texts["persons.attention.title"], path: path,
            trail: trail + [Link(texts.address("/mesa/atenciones"), texts["persons.attentions.title"])],
            main: """
                <div class="wide"><h1>\(texts["persons.attention.title"])</h1>
                \(with: answer, { refused($0) })\
                \(Alert.box(.attention, "<p>\(texts["persons.attention.unproven"])</p>\n", texts: texts))
                \(AnswerList.list([
                    .init(texts["persons.initials"], "\(row.initials ?? texts["persons.noName"])"),
                    .init(texts["persons.number"], "\(with: row.number, { "\(texts[LookupForms.word($0.kind)]) \($0.ending)" })"),
                    .init(texts["persons.open"], "\(texts("persons.open.count", count: open))"),
                ], texts: texts))
                <section aria-labelledby="con-documento"><h2 id="con-documento">\(texts["persons.document.title"])</h2>
                <p>\(texts["persons.document.lead"])</p>
                \(when: isDemonstration, "<p class=\"quiet\">\(texts["persons.document.demo"])</p>\n")\
                \(form(filling, path + "/documento", "persons.document.send"))</section>
                <section aria-labelledby="con-aprobacion"><h2 id="con-aprobacion">\(texts["persons.approval.title"])</h2>
                \(approvalPart(approval, path))</section>
                <p><a class="onward" href="\(texts.address(path + "/terminar"))">\(texts["persons.ending.end"])</a></p></div>
                """
        ).answering(filling)
    }

    private func approvalPart(_ approval: Approval?, _ path: String) -> HTML {
        let ask = form(AttentionForms.approval.blank, path + "/aprobacion", "persons.approval.send")
        guard let approval else { return "<p>\(texts["persons.approval.lead"])</p>\n\(ask)" }
        if approval.answer == .refused {
            return "\(Alert.box(.attention, "<p>\(texts["persons.approval.refused"])</p>\n", texts: texts))\n\(ask)"
        }
        return """
            <p>\(texts("persons.approval.waiting", ["until": texts.hour(approval.until)]))</p>
            <p>\(texts["persons.approval.code"])<br><strong class="folio">\(approval.code)</strong></p>
            <p><a class="button second" href="\(texts.address(path))">\(texts["persons.approval.look"])</a></p>

            """
    }

    private func refused(_ answer: DocumentRegister.Answer) -> HTML {
        let words: TextKey = answer == .lost ? "persons.document.lost" : "persons.document.unknown"
        return Alert.box(.failed, "<p>\(texts[words])</p>\n", texts: texts, isNew: true)
    }

    private func table(_ attentions: [OwnContact]) -> HTML {
        DataTable.framed(
            id: "hoy", caption: texts["persons.attentions.caption"],
            columns: [
                .init(texts["persons.attentions.hour"]), .init(texts["persons.attentions.who"]), .init(texts["persons.attentions.state"]),
                .init(texts["persons.attentions.go"]),
            ],
            rows: attentions.map { own in
                [
                    "\(texts.hour(own.contact.at))",
                    HTML(text: texts[own.person == nil ? "persons.attentions.nobody" : "persons.attentions.somebody"]),
                    own.hasEnded
                        ? HTML(text: AttentionEnding.word(own.contact.outcome).map { texts[$0] } ?? "")
                        : Tag.label(texts["persons.attentions.goesOn"], .attention),
                    way(own),
                ]
            }, stacked: true)
    }

    private func way(_ own: OwnContact) -> HTML {
        let path = "/mesa/atenciones/\(own.contact.id.number)"
        let (address, words): (String, TextKey) =
            own.hasEnded
            ? (path + "/corregir", "persons.attentions.correct")
            : own.person == nil ? (path + "/terminar", "persons.attentions.open") : (path, "persons.attentions.open")
        return "<a href=\"\(texts.address(address))\">\(texts[words])<span class=\"sr\"> \(texts.hour(own.contact.at))</span></a>"
    }

    func form(_ filling: Filling, _ path: String, _ button: TextKey) -> HTML {
        forms.html(filling, action: texts.address(path), button: button, texts: texts, session: attendant.session)
    }

    private var trail: [Link] { [Link(texts.address("/mesa"), texts["desk.title"])] }
}
