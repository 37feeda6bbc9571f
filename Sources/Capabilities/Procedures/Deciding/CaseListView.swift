import Civic
import Flows
import Markup
import Web

/// What waits for a decision, and what was decided and nobody was notified of.
struct CaseListView {
    let texts: Texts
    let view: RunViews
    let today: Day
    let staff: Int64
    /// Those whose person did not answer in time, by their number.
    let unanswered: Set<Int64>
    /// The cases that they may not take themselves, and why.
    let untakable: [Int64: TextKey]
    /// A form that takes a case, or takes it out of the hands of somebody who is away.
    let form: (ProcedureRun) -> HTML

    /// Those past their term alone.
    func late(_ waiting: [(run: ProcedureRun, service: Service)]) -> Page {
        Page(
            title: texts["procedures.cases.late"], trail: [Link(texts.address("/mesa/casos"), texts["procedures.cases"])],
            main: """
                <div class="wide"><h1>\(texts["procedures.cases.late"])</h1>
                <p class="lead">\(texts["procedures.cases.late.summary"])</p>
                \(waiting.isEmpty
                    ? EmptyState.box(texts["procedures.cases.late.none"], "<p>\(texts["procedures.cases.late.none.next"])</p>")
                    : "<ul class=\"sheets\">\n\(each: waiting, { row($0, $1) })</ul>")</div>
                """)
    }

    func page(_ waiting: [(run: ProcedureRun, service: Service)], unnotified: [CaseDesk.Unnotified]) -> Page {
        Page(
            title: texts["procedures.cases"], trail: [Link(texts.address("/mesa"), texts["desk.title"])],
            main: """
                <div class="wide"><h1>\(texts["procedures.cases"])</h1>
                <p><a class="onward" href="\(texts.address("/mesa/casos/filas"))">\(texts["procedures.queues"])</a></p>
                \(waiting.isEmpty
                    ? EmptyState.box(texts["procedures.cases.none"], "<p>\(texts["procedures.cases.none.next"])</p>")
                    : "<ul class=\"sheets\">\n\(each: waiting, { row($0, $1) })</ul>")
                \(when: !unnotified.isEmpty, """
                    <h2>\(texts["procedures.notify.waiting"])</h2>
                    <p>\(texts["procedures.notify.lead"])</p>
                    <ul class="sheets">
                    \(each: unnotified, { one in
                        """
                        <li><strong>\(view.words(one.service.title))</strong> <span class="quiet">\(one.run.code.description)</span>
                        <p>\(texts("procedures.cases.decided", ["day": texts.long(Day(of: one.signed))]))</p>
                        <a href="\(texts.address("/mesa/casos/\(one.run.code.plain)/notificar"))">\(texts["procedures.notify.do"])</a></li>

                        """
                    })</ul>
                    """)</div>
                """)
    }

    private func row(_ run: ProcedureRun, _ service: Service) -> HTML {
        let filed: String =
            if run.isUnderAppeal, let appealed = run.appealed {
                texts("procedures.cases.appealed", ["day": texts.long(Day(of: appealed))])
            } else {
                run.filed.map { texts("procedures.cases.filed", ["day": texts.long(Day(of: $0))]) } ?? ""
            }
        // A clock that stands still has no day yet on which it ends.
        let due = run.paused == nil ? run.due.map { texts("procedures.cases.due", ["day": texts.long($0)]) } ?? "" : ""
        let isLate = run.isLate(on: today)
        return """
            <li><strong>\(view.words(service.title))</strong> <span class="quiet">\(run.code.description)</span>
            \(when: run.denounced != nil, "\(Tag.label(texts["procedures.cases.denounced"], .attention)) ")\
            \(when: run.isUnderAppeal, "\(Tag.label(texts["procedures.cases.appeal"], .attention)) ")\
            \(when: (run.paused != nil || run.awaited != nil) && !unanswered.contains(run.id), "\(Tag.label(texts["procedures.cases.paused"])) ")\
            \(when: unanswered.contains(run.id), "\(Tag.label(texts["procedures.cases.unanswered"], .attention)) ")\
            <p>\(filed) \(isLate ? Tag.label(due, .attention) : HTML(text: due))</p>
            \(when: run.holder == staff, "<a href=\"\(texts.address("/mesa/casos/\(run.code.plain)"))\">\(texts["procedures.cases.open"])</a>")\
            \(when: run.holder != nil && run.holder != staff, "<p class=\"quiet\">\(texts["procedures.cases.taken"])</p>")\
            \(untakable[run.id].map { "<p class=\"quiet\">\(texts[$0])</p>" as HTML } ?? (run.holder != staff ? form(run) : HTML()))</li>

            """
    }
}
