import Civic
import Flows
import Markup
import Web

/// What somebody with the code and the RUN sees: where it stands, and the next free question. Nothing that was answered.
struct FollowView {
    let texts: Texts
    let today: Day

    func question(_ opened: RunDesk.Opened, _ question: Question, _ form: HTML) -> Page {
        Page(
            title: question.text.said(in: texts.language).text, trail: trail,
            main: """
                <div class="wide"><h1>\(opened.service.title.said(in: texts.language).text)</h1>
                \(with: question.help, { "<p>\($0.said(in: texts.language).text)</p>\n" })\
                \(form)
                <p class="quiet">\(texts("procedures.saved", ["code": opened.run.code.description]))</p></div>
                """)
    }

    func standing(_ opened: RunDesk.Opened, of institution: String) -> Page {
        let (run, service) = (opened.run, opened.service)
        return Page(
            title: service.title.said(in: texts.language).text, trail: trail,
            main: """
                <div class="wide"><h1>\(service.title.said(in: texts.language).text)</h1>
                <p>\(texts("procedures.folio", ["code": run.code.description]))</p>
                \(Alert.box(.info, "<p>\(said(run, institution))</p>", texts: texts))
                <p>\(texts["procedures.follow.more"])</p>
                \(Buttons.row([Buttons.link(Link(texts.address("/mi/tramites/\(run.code.plain)"), texts["procedures.follow.enter"]))]))</div>
                """)
    }

    private func said(_ run: ProcedureRun, _ institution: String) -> String {
        if run.filed == nil { return texts["procedures.follow.draft"] }
        if run.decided != nil, !run.isUnderAppeal { return texts["procedures.follow.decided"] }
        if run.paused != nil { return texts["procedures.paused"] }
        guard let due = run.due else { return texts["procedures.underWay"] }
        return texts(due < today ? "procedures.late" : "procedures.dueBy", ["day": texts.long(due), "who": institution])
    }

    private var trail: [Link] { [Link(texts.address("/tramites/seguir"), texts["procedures.follow"])] }
}
