import Civic
import Flows
import Markup
import Web

/// What happened in a case, where it is, and what is to come with its terms: the same for its person, for whoever attends them, and for who
/// audits it.
extension RunViews {
    /// `words` are what was written with an event, by its number, for whoever may read them; `staff` who of the staff it was.
    func entries(
        _ run: ProcedureRun, _ service: Service, _ events: [RunEvent], _ words: [Int64: String], by staff: [Int64: String] = [:]
    ) -> [Timeline.Entry] {
        let next = toCome(run, service)
        // The stage that it is in stands below, as what is now.
        let present = next.first?.moment == .now ? events.lastIndex { $0.kind == .staged && $0.stage == run.stage } : nil
        let past = events.enumerated().filter { $0.offset != present }.map { _, event in
            Timeline.Entry(
                .past, html: title(event, run, service), time: "\(texts.long(Day(of: event.at))), \(texts.hour(event.at))",
                """
                \(when: isHelped(event), "<p class=\"quiet\">\(texts["procedures.event.assisted"])</p>")\
                \(with: event.staff.flatMap { staff[$0] }, { "<p class=\"quiet\">\($0)</p>" })\
                \(with: words[event.id], { "<blockquote>\(isOfHouse(event) ? texts.content($0) : HTML(text: $0))</blockquote>" })
                """)
        }
        return past + next
    }

    /// What a person does themselves, done together with somebody of the staff.
    private func isHelped(_ event: RunEvent) -> Bool {
        event.staff != nil
            && [.begun, .filed, .completed, .withdrawn, .appealed, .denounced, .certified, .again, .planned].contains(event.kind)
    }

    /// Whether the house put its words together, in the language of its papers.
    private func isOfHouse(_ event: RunEvent) -> Bool { [.notified, .proved, .unissued].contains(event.kind) }

    private func toCome(_ run: ProcedureRun, _ service: Service) -> [Timeline.Entry] {
        guard run.filed != nil, run.decided == nil || run.isUnderAppeal else { return [] }
        let decision = Timeline.Entry(
            .toCome, html: HTML(text: texts["procedures.event.decision"]), time: run.isUnderAppeal ? by(run.due) : nil,
            "\(when: run.isUnderAppeal && run.awaited != nil, "<p class=\"quiet\">\(texts["procedures.stage.answer"])</p>")")
        guard !run.isUnderAppeal, let at = service.stages.firstIndex(where: { $0.id == run.stage }) else { return [decision] }
        let stage = service.stages[at]
        let now = Timeline.Entry(
            .now, html: words(stage.title), time: run.paused == nil ? by(run.due) : nil,
            """
            \(with: run.stageSince, { "<p class=\"quiet\">\(texts("procedures.stage.since", ["day": texts.long(Day(of: $0))]))</p>" })\
            <p class="quiet">\(texts[owes(run)])</p>
            """)
        let later = stage.decides ? [] : service.stages[(at + 1)...].filter { $0.owner != nil }
        return [now]
            + later.map {
                Timeline.Entry(.toCome, html: words($0.title), time: $0.businessDays.map { texts("procedures.stage.days", count: $0) })
            }
            + [decision]
    }

    /// Who has to act now.
    private func owes(_ run: ProcedureRun) -> TextKey {
        if run.paused != nil { return "procedures.stage.yours" }
        return run.awaited == nil ? "procedures.stage.ours" : "procedures.stage.answer"
    }

    private func by(_ day: Day?) -> String? { day.map { texts("procedures.stage.by", ["day": texts.long($0)]) } }

    /// What a decision came to: what nobody signed was granted, and what was answered later had been refused.
    private func outcome(_ event: RunEvent, _ run: ProcedureRun, _ service: Service) -> String {
        let isAnswered = run.appealAnswered != nil && event.kind == .decided && event.staff != nil
        let isGranted = event.kind == .decided && event.staff == nil || !isAnswered && run.outcome == .granted
        let (yes, no): (TextKey, TextKey) =
            service.rules.isEmpty
            ? ("procedures.state.upheld", "procedures.state.notUpheld") : ("procedures.state.granted", "procedures.state.refused")
        return service.outcome.isImmediate ? "" : ": \(texts[isGranted ? yes : no].lowercased())"
    }

    private func title(_ event: RunEvent, _ run: ProcedureRun, _ service: Service) -> HTML {
        if event.kind == .staged, let stage = service.stages.first(where: { $0.id == event.stage }) { return words(stage.title) }
        return HTML(text: named(event, run, service))
    }

    private func named(_ event: RunEvent, _ run: ProcedureRun, _ service: Service) -> String {
        switch event.kind {
        case .begun: texts["procedures.event.begun"]
        case .helped: texts["procedures.event.helped"]
        case .filed: texts["procedures.event.filed"]
        case .staged: texts["procedures.event.staged"]
        case .taken: texts["procedures.event.taken"]
        case .decided: texts["procedures.event.decided"] + outcome(event, run, service)
        case .paused: texts["procedures.event.paused"]
        case .completed: texts["procedures.event.completed"]
        case .resumed: texts["procedures.event.resumed"]
        case .extended: texts["procedures.event.extended"]
        case .answered: texts["procedures.event.reviewed"]
        case .withdrawn: texts["procedures.event.withdrawn"]
        case .appealed: texts["procedures.event.appealed"]
        case .notified: texts["procedures.event.notified"]
        case .overdue: texts["procedures.event.overdue"]
        case .denounced: texts["procedures.event.denounced"]
        case .certified: texts["procedures.event.certified"]
        case .noted: texts["procedures.event.noted"]
        case .released: texts["procedures.event.released"]
        case .looked: texts["procedures.event.looked"]
        case .raised: texts["procedures.event.raised"]
        case .lowered: texts["procedures.event.lowered"]
        case .suspended: texts["procedures.event.suspended"]
        case .restarted: texts["procedures.event.restarted"]
        case .ended: texts["procedures.event.ended"]
        case .kept: texts["procedures.event.kept"]
        case .recalled: texts["procedures.event.recalled"]
        case .again: texts["procedures.event.again"]
        case .attached: texts["procedures.event.attached"]
        case .asked: texts["procedures.event.asked"]
        case .informed: texts["procedures.event.informed"]
        case .referred: texts["procedures.event.referred"]
        case .received: texts["procedures.event.received"]
        case .held: texts["procedures.event.held"]
        case .unheld: texts["procedures.event.unheld"]
        case .proved: texts["procedures.event.proved"]
        case .planned: texts["procedures.event.planned"]
        case .unissued: texts["procedures.event.unissued"]
        }
    }
}
