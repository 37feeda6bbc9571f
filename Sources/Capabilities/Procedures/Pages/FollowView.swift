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
                <div class="wide"><p class="quiet">\(opened.service.title.said(in: texts.language).text)</p>
                \(with: heading(question), { "<h1>\($0)</h1>\n" })\
                \(form)
                <p class="quiet">\(texts("procedures.saved", ["code": opened.run.code.description]))</p></div>
                """)
    }

    /// The heading of a question that does not bring one with its field.
    private func heading(_ question: Question) -> String? {
        switch question.kind {
        case .declaration: texts["procedures.declaration"]
        case .address: question.text.said(in: texts.language).text
        default: nil
        }
    }

    func standing(_ opened: RunDesk.Opened, of institution: String, by day: Day?) -> Page {
        let (run, service) = (opened.run, opened.service)
        return Page(
            title: service.title.said(in: texts.language).text, trail: trail,
            main: """
                <div class="wide"><h1>\(service.title.said(in: texts.language).text)</h1>
                <p>\(texts("procedures.folio", ["code": run.code.description]))</p>
                \(Alert.box(.info, "<p>\(said(run, institution, day))</p>", texts: texts))
                <p>\(texts[isDecided(run) ? "procedures.follow.decided.more" : "procedures.follow.more"])</p>
                \(Buttons.row([Buttons.link(Link(texts.address("/mi/tramites/\(run.code.plain)"), texts["procedures.follow.enter"]))]))</div>
                """)
    }

    private func isDecided(_ run: ProcedureRun) -> Bool { run.decided != nil && !run.isUnderAppeal }

    private func said(_ run: ProcedureRun, _ institution: String, _ day: Day?) -> String {
        if run.filed == nil { return texts["procedures.follow.draft"] }
        if isDecided(run) { return texts["procedures.follow.decided"] }
        if run.paused != nil { return texts["procedures.paused"] }
        guard let due = run.due, let day else { return texts["procedures.underWay"] }
        return due < today
            ? texts("procedures.late", ["day": texts.long(due), "who": institution])
            : texts("procedures.dueBy", ["day": texts.long(day), "who": institution])
    }

    private var trail: [Link] { [Link(texts.address("/tramites/seguir"), texts["procedures.follow"])] }
}
