import Civic
import Flows
import Storage
import Web

/// Something that can be done with a filed case by its person, or with them at a counter: offered while it may be done, and sent as a form.
struct RunAct: Sendable {
    let path: String
    /// With the largest file that is taken, in bytes.
    let form: @Sendable (Int) -> Form
    let title: TextKey
    let lead: TextKey
    let button: TextKey
    /// Whether few people want it, or it stands among other things: it stays folded.
    var isRare = false
    var weight = Buttons.Weight.second
    /// Where it stands on the page of the case.
    var place = Place.end

    /// Right under where the case stands, as it waits for it; with its remedy; or after everything.
    enum Place { case first, remedy, end }

    let isOffered: @Sendable (RunDesk.Shown, Day) -> Bool
    let act: @Sendable (RunDesk, CheckedCode, Answers, Door, Actor, OnceKey) async throws -> Void

    private static let papers = Field.area("antecedentes", "procedures.complete.words", most: 4000, rows: 8)
    private static let words = Field.area("motivo", "procedures.appeal.words", hint: "procedures.appeal.words.hint", most: 4000, rows: 8)

    /// In the order in which they are offered.
    static let all: [RunAct] = [attach, complete, denounce, certify, appeal, askForPerson, askAgain, change, plan, withdraw]

    private static func document(_ largest: Int) -> Field<Upload> {
        .file("documento", "procedures.attach.file", hint: "procedures.file.hint", [.pdf, .jpeg, .png], most: largest)
    }
    private static let named = Field.text("titulo", "procedures.attach.title", most: 120)

    private static let attach = RunAct(
        path: "documento", form: { Form("procedure-attach", [document($0), named]) }, title: "procedures.attach",
        lead: "procedures.attach.own", button: "procedures.attach.do", isRare: true, place: .first
    ) { shown, _ in
        shown.opened.run.filed != nil && (shown.opened.run.decided == nil || shown.opened.run.isUnderAppeal)
    } act: {
        try await $0.attach($1, try $2[document($0.limits.largestFile)], try $2[named], at: $3, by: $4, once: $5)
    }

    private static let complete = RunAct(
        path: "antecedentes", form: { _ in Form("procedure-complete", [papers]) }, title: "procedures.complete.title",
        lead: "procedures.complete.lead", button: "procedures.complete.do", weight: .main, place: .first
    ) { shown, _ in
        shown.opened.run.paused != nil
    } act: {
        try await $0.complete($1, try $2[papers], at: $3, by: $4, once: $5)
    }

    private static let denounce = RunAct(
        path: "demora", form: { _ in Form("procedure-denounce", []) }, title: "procedures.denounce.title", lead: "procedures.denounce.lead",
        button: "procedures.denounce.do"
    ) { shown, _ in
        shown.lateness?.canDenounce == true
    } act: {
        try await $0.denounce($1, at: $3, by: $4, once: $5)
    }

    private static let certify = RunAct(
        path: "certificado", form: { _ in Form("procedure-certify", []) }, title: "procedures.certify.title",
        lead: "procedures.certify.lead",
        button: "procedures.certify.do"
    ) { shown, _ in
        shown.lateness?.canCertify == true
    } act: {
        try await $0.certify($1, at: $3, by: $4, once: $5)
    }

    private static let appeal = RunAct(
        path: "apelar", form: { _ in Form("procedure-appeal", [words]) }, title: "procedures.appeal.title", lead: "procedures.appeal.lead",
        button: "procedures.appeal.do", isRare: true, place: .remedy
    ) { shown, today in
        (shown.opened.run.outcome == .refused && shown.opened.run.appealed == nil
            || shown.benefit?.against?.isContestable == true || isPresumed(shown) || isSignedGrant(shown))
            && shown.remedies.contains { $0.remedy.isHere && $0.isOpen(on: today) }
    } act: {
        try await $0.appeal($1, try $2[words], at: $3, by: $4, once: $5)
    }

    /// Whether somebody granted it by name, and nothing waits that is about it.
    private static func isSignedGrant(_ shown: RunDesk.Shown) -> Bool {
        let run = shown.opened.run
        return run.outcome == .granted && !run.isAutomatic && run.appealed == nil && shown.opened.service.stages.contains { $0.decides }
            && shown.benefit.map { $0.against == nil && $0.proposal == nil } ?? true
    }

    /// Whether the silence on it counts as a refusal, and nobody has said anything against that.
    private static func isPresumed(_ shown: RunDesk.Shown) -> Bool {
        shown.opened.run.decided == nil && shown.termsFrom != nil && !shown.events.contains { $0.kind == .appealed }
    }

    private static let askForPerson = RunAct(
        path: "persona", form: { _ in Form("procedure-person", [words]) }, title: "procedures.person.title", lead: "procedures.person.lead",
        button: "procedures.person.do", isRare: true
    ) { shown, _ in
        shown.opened.run.isAutomatic && shown.opened.run.appealed == nil && shown.benefit?.proposal == nil
            && shown.opened.service.stages.contains { $0.decides }
    } act: {
        try await $0.askForPerson($1, try $2[words], at: $3, by: $4, once: $5)
    }

    private static let askAgain = RunAct(
        path: "reanudar", form: { _ in Form("benefit-again", []) }, title: "procedures.again.title", lead: "procedures.again.lead",
        button: "procedures.again.do"
    ) { shown, today in
        shown.benefit?.benefit.status == .suspended && shown.benefit?.isUnderAppeal != true
            && shown.benefit.map { $0.benefit.next > today } == true
    } act: {
        try await $0.askAgain($1, at: $3, by: $4, once: $5)
    }

    private static let change = RunAct(
        path: "revision", form: { _ in Form("benefit-change", []) }, title: "procedures.change.title", lead: "procedures.change.lead",
        button: "procedures.change.do", isRare: true
    ) { shown, today in
        shown.benefit.map { $0.benefit.isPaid && !$0.isUnderAppeal && $0.proposal == nil && $0.benefit.next > today } == true
    } act: {
        try await $0.askAgain($1, at: $3, by: $4, once: $5)
    }

    private static let instalments = Field.text("cuotas", "procedures.plan.count", hint: "procedures.plan.hint", most: 3, width: .narrow)

    private static let plan = RunAct(
        path: "cuotas", form: { _ in Form("benefit-plan", [instalments]) }, title: "procedures.plan.title", lead: "procedures.plan.lead",
        button: "procedures.plan.do"
    ) { shown, _ in
        shown.benefit?.body.debt != nil
    } act: {
        try await $0.plan($1, Int(try $2[instalments]) ?? 0, at: $3, by: $4, once: $5)
    }

    private static let withdraw = RunAct(
        path: "retirar", form: { _ in Form("procedure-withdraw", []) }, title: "procedures.withdraw.title",
        lead: "procedures.withdraw.lead",
        button: "procedures.withdraw.do", isRare: true, weight: .danger
    ) { shown, _ in
        shown.opened.run.filed != nil && shown.opened.run.decided == nil
    } act: {
        try await $0.withdraw($1, at: $3, by: $4, once: $5)
    }
}
