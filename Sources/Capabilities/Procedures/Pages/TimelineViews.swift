import Civic
import Flows
import Markup
import Web

/// What happened in a case, where it is, and what is to come with its terms: the same for its person, for whoever attends them, and for who
/// audits it.
extension RunViews {
    /// `words` are what was written with an event, by its number, for whoever may read them.
    func entries(_ run: ProcedureRun, _ service: Service, _ events: [RunEvent], _ words: [Int64: String]) -> [Timeline.Entry] {
        let past = events.map { event in
            Timeline.Entry(
                .past, title(event, service), time: "\(texts.long(Day(of: event.at))), \(texts.hour(event.at))",
                "\(with: words[event.id], { "<blockquote>\($0)</blockquote>" })")
        }
        return past + toCome(run, service)
    }

    private func toCome(_ run: ProcedureRun, _ service: Service) -> [Timeline.Entry] {
        guard run.filed != nil, run.decided == nil || run.isUnderAppeal else { return [] }
        let decision = Timeline.Entry(.toCome, texts["procedures.event.decision"], time: run.isUnderAppeal ? by(run.due) : nil)
        guard !run.isUnderAppeal, let at = service.stages.firstIndex(where: { $0.id == run.stage }) else { return [decision] }
        let stage = service.stages[at]
        let now = Timeline.Entry(
            .now, said(stage), time: by(run.due),
            "<p class=\"quiet\">\(texts[run.paused == nil ? "procedures.stage.ours" : "procedures.stage.yours"])</p>")
        let later = stage.decides ? [] : service.stages[(at + 1)...].filter { $0.owner != nil }
        return [now]
            + later.map { Timeline.Entry(.toCome, said($0), time: $0.businessDays.map { texts("procedures.stage.days", count: $0) }) }
            + [decision]
    }

    private func by(_ day: Day?) -> String? { day.map { texts("procedures.stage.by", ["day": texts.long($0)]) } }
    private func said(_ stage: Stage) -> String { stage.title.said(in: texts.language).text }

    private func title(_ event: RunEvent, _ service: Service) -> String {
        switch event.kind {
        case .begun: texts["procedures.event.begun"]
        case .helped: texts["procedures.event.helped"]
        case .filed: texts["procedures.event.filed"]
        case .staged: service.stages.first { $0.id == event.stage }?.title.said(in: texts.language).text ?? texts["procedures.event.staged"]
        case .taken: texts["procedures.event.taken"]
        case .decided: texts["procedures.event.decided"]
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
        case .referred: texts["procedures.event.referred"]
        case .received: texts["procedures.event.received"]
        case .held: texts["procedures.event.held"]
        case .unheld: texts["procedures.event.unheld"]
        case .proved: texts["procedures.event.proved"]
        case .planned: texts["procedures.event.planned"]
        }
    }
}
