import Civic
import Flows
import Storage
import Web

/// Something that whoever holds a case can do with it: offered while it may be done, and sent as a form.
struct CaseAct: Sendable {
    let path: String
    let form: @Sendable (Setting) -> Form
    let title: TextKey
    let lead: TextKey
    let button: TextKey
    var weight = Buttons.Weight.second
    /// Whether the case is still in hand afterwards.
    var keeps = true
    /// What whoever signs has to know first.
    var remarks: @Sendable (Setting) -> [TextKey] = { _ in [] }
    let isOffered: @Sendable (RunDesk.Shown) -> Bool
    let act: @Sendable (CaseDesk, CheckedCode, Setting, Answers, Actor, OnceKey) async throws -> Void

    /// What the fields of a form depend on.
    struct Setting: Sendable {
        let run: ProcedureRun
        let service: Service
        let texts: Texts
        /// The largest file, in bytes.
        let largest: Int
        /// What it would come to if it were decided today, where the case lies open.
        var reckoning: Reckoning?
        /// Whether the person was asked for something in writing.
        var wasAsked = false
        /// Whether a file was given with the case.
        var hasAttached = false

        /// Nothing is granted that the rules do not come to.
        var canGrant: Bool {
            reckoning.map { $0.isGrantable(service) } ?? true
        }

        /// Nobody loses what was granted because they asked that somebody looks at it, nor is refused for what nobody knows yet.
        var canRefuse: Bool { !run.isGrantUnderReview && (reckoning.map { $0.isRefusable(service, wasAsked: wasAsked) } ?? true) }
    }

    private static func decision(_ setting: Setting) -> Field<String> {
        let isPlain = setting.service.rules.isEmpty
        let grant = FieldOption("granted", isPlain ? "procedures.decide.uphold" : "procedures.decide.grant")
        let refuse = FieldOption("refused", isPlain ? "procedures.decide.notUphold" : "procedures.decide.refuse")
        return .choice("decision", "procedures.decide.which", (setting.canGrant ? [grant] : []) + (setting.canRefuse ? [refuse] : []))
    }

    private static func remarks(_ setting: Setting) -> [TextKey] {
        var remarks: [TextKey] = []
        if let reckoning = setting.reckoning, !setting.canGrant { remarks.append(obstacle(reckoning)) }
        // What is asked for without rules is a thing or an answer: it goes with the case, or in the reason.
        if setting.service.rules.isEmpty, setting.reckoning != nil, !setting.hasAttached { remarks.append("procedures.decide.nothing") }
        if setting.run.isGrantUnderReview { remarks.append("procedures.decide.onlyGrant") }
        if setting.reckoning?.findings.isEmpty == false, setting.canGrant, setting.canRefuse { remarks.append("procedures.decide.met") }
        return remarks
    }

    /// What keeps it from being granted.
    private static func obstacle(_ reckoning: Reckoning) -> TextKey {
        if reckoning.isRefused { return "procedures.decide.cannotGrant" }
        if !reckoning.pending.isEmpty { return "procedures.decide.pending" }
        return reckoning.isMet && !reckoning.provisional.isEmpty ? "procedures.decide.provisional" : "procedures.decide.unknown"
    }

    /// As whom it is signed, where that is more than one.
    private static func authority(_ setting: Setting) -> Field<String>? {
        let options = setting.service.authorities.map { FieldOption($0.id, plain: $0.title.said(in: setting.texts.language).text) }
        return options.isEmpty ? nil : .choice("firma", "procedures.decide.as", options)
    }

    private static let reason = Field.area("motivo", "procedures.decide.reason", hint: "procedures.decide.reason.hint", most: 4000)
    /// What goes against its person says why, in words that they can read in its paper (Ley 19.880, arts. 11 and 41).
    private static let leastReason = 20

    private static func unexplained(_ answers: Answers, _ choice: Field<String>, _ against: String) throws -> (
        field: String, problem: FieldProblem
    )? {
        guard try answers[choice] == against, try answers[reason].count < leastReason else { return nil }
        return (reason.name, FieldProblem("procedures.decide.reason.short", ["least": "\(leastReason)"]))
    }

    private static let wanted = Field.area("antecedentes", "procedures.pause.words", hint: "procedures.pause.hint", most: 4000, rows: 4)
    private static let longer = Field.area("ampliacion", "procedures.extend.words", most: 2000, rows: 4)
    private static let noted = Field.area("nota", "procedures.note.words", most: 4000, rows: 4)
    private static let released = Field.area("devolucion", "procedures.release.words", most: 1000, rows: 3)

    /// Whether the task of a stage is done with it: it decides the case, or hands it on.
    var isTask: Bool { path == Self.decide.path || path == Self.handOn.path }

    func canBeDone(_ setting: Setting) -> Bool { path != Self.decide.path || setting.canGrant || setting.canRefuse }

    /// Deciding first: it is what the case is there for.
    static let all: [CaseAct] = [decide, handOn, settle, answer, ask, pause, extend, attach, note, release]

    static let decide = CaseAct(
        path: "",
        form: { setting in
            Form("case-decide", [decision(setting)] + [authority(setting)].compactMap { $0 } + [reason]) {
                try unexplained($0, decision(setting), "refused")
            }
        }, title: "procedures.decide",
        lead: "procedures.decide.lead",
        button: "procedures.decide.sign", weight: .main, keeps: false, remarks: remarks
    ) { shown in
        !shown.isHeld && (shown.opened.run.decided == nil || shown.opened.run.isUnderAppeal) && shown.opened.isDecidedHere
            && !shown.isAwaited
    } act: {
        let signed = if let field = authority($2) { try $3[field] } else { String?.none }
        try await $0.decide(
            $1, try $3[decision($2)] == "granted" ? .granted : .refused, try $3[reason], as: signed, by: $4, once: $5)
    }

    private static let done = Field.area("hecho", "procedures.handOn.words", hint: "procedures.handOn.hint", most: 4000, rows: 4)

    private static let handOn = CaseAct(
        path: "/seguir", form: { _ in Form("case-hand-on", [done]) }, title: "procedures.handOn.title", lead: "procedures.handOn.lead",
        button: "procedures.handOn.do", weight: .main, keeps: false
    ) { shown in
        isOpen(shown) && shown.opened.nextStage != nil
    } act: {
        try await $0.handOn($1, try $3[done], by: $4, once: $5)
    }

    private static let settled = Field.choice(
        "medida", "procedures.decide.which",
        [FieldOption("taken", "procedures.measure.take"), FieldOption("dropped", "procedures.measure.drop")])

    private static let settle = CaseAct(
        path: "/medida", form: { _ in Form("case-settle", [settled, reason]) { try unexplained($0, settled, "taken") } },
        title: "procedures.measure.title",
        lead: "procedures.measure.lead",
        button: "procedures.decide.sign", weight: .main, keeps: false
    ) { shown in
        shown.benefit?.proposal != nil && shown.benefit?.isUnderAppeal == false
    } act: {
        try await $0.settle($1, isTaken: try $3[settled] == "taken", try $3[reason], by: $4, once: $5)
    }

    private static let answered = Field.choice(
        "recurso", "procedures.decide.which",
        [FieldOption("stays", "procedures.measure.stays"), FieldOption("undone", "procedures.measure.undone")])

    private static let answer = CaseAct(
        path: "/recurso", form: { _ in Form("case-answer", [answered, reason]) { try unexplained($0, answered, "stays") } },
        title: "procedures.measure.answer",
        lead: "procedures.measure.answer.lead", button: "procedures.decide.sign", weight: .main, keeps: false
    ) { shown in
        shown.benefit?.isUnderAppeal == true
    } act: {
        try await $0.answerMeasure($1, isUndone: try $3[answered] == "undone", try $3[reason], by: $4, once: $5)
    }

    private static let ask = CaseAct(
        path: "/preguntar", form: { _ in Form("case-ask", []) }, title: "procedures.registers.title", lead: "procedures.registers.lead",
        button: "procedures.registers.ask"
    ) { shown in
        (shown.opened.run.decided == nil || shown.opened.run.isUnderAppeal) && !shown.opened.state.facts.isEmpty
    } act: {
        try await $0.askRegisters($1, by: $4, once: $5)
    }

    private static let pause = CaseAct(
        path: "/detener", form: { _ in Form("case-pause", [wanted]) }, title: "procedures.pause.title", lead: "procedures.pause.lead",
        button: "procedures.pause.do"
    ) {
        isOpen($0)
    } act: {
        try await $0.pause($1, try $3[wanted], by: $4, once: $5)
    }

    private static let extend = CaseAct(
        path: "/ampliar", form: { _ in Form("case-extend", [longer]) }, title: "procedures.extend.title", lead: "procedures.extend.lead",
        button: "procedures.extend.do"
    ) { shown in
        let run = shown.opened.run
        return isOpen(shown) && shown.lateness == nil && shown.opened.service.stages.first { $0.id == run.stage }?.longer != nil
            && !shown.events.contains { $0.kind == .extended && $0.stage == run.stage }
    } act: {
        try await $0.extend($1, try $3[longer], by: $4, once: $5)
    }

    private static func document(_ setting: Setting) -> Field<Upload> {
        .file("documento", "procedures.attach.file", hint: "procedures.file.hint", [.pdf, .jpeg, .png], most: setting.largest)
    }
    private static let named = Field.text("titulo", "procedures.attach.title", most: 120)

    private static let attach = CaseAct(
        path: "/adjuntar", form: { Form("case-attach", [document($0), named]) }, title: "procedures.attach",
        lead: "procedures.attach.lead",
        button: "procedures.attach.do"
    ) { shown in
        shown.opened.run.decided == nil || shown.opened.run.isUnderAppeal
    } act: {
        try await $0.attach($1, try $3[document($2)], try $3[named], by: $4, once: $5)
    }

    private static let note = CaseAct(
        path: "/anotar", form: { _ in Form("case-note", [noted]) }, title: "procedures.note.title", lead: "procedures.note.lead",
        button: "procedures.note.do"
    ) { _ in
        true
    } act: {
        try await $0.note($1, try $3[noted], by: $4, once: $5)
    }

    private static let release = CaseAct(
        path: "/devolver", form: { _ in Form("case-release", [released]) }, title: "procedures.release.title",
        lead: "procedures.release.lead",
        button: "procedures.release.do", keeps: false
    ) { _ in
        true
    } act: {
        try await $0.release($1, try $3[released], by: $4, once: $5)
    }

    private static func isOpen(_ shown: RunDesk.Shown) -> Bool {
        shown.opened.run.decided == nil && shown.opened.run.paused == nil
    }
}
