import Civic
import Flows
import Markup
import Web

/// Where a case stands, for its top.
extension RunViews {
    /// One sentence: what it is now.
    func standing(_ shown: RunDesk.Shown, _ signer: String?) -> HTML {
        let (run, service) = (shown.opened.run, shown.opened.service)
        switch run.outcome {
        case .granted where run.isUnderAppeal:
            return Alert.box(
                .info, "<p>\(texts("procedures.person.waits", ["day": run.due.map { texts.long($0) } ?? ""]))</p>", texts: texts)
        case .granted:
            let pesos = shown.decision?.pesos.map { pesos -> HTML in
                "\(with: service.amount, { words($0.name) }): <strong>\(Pesos(pesos).description)</strong>."
            }
            return Alert.box(
                .done,
                """
                <p>\(words(service.outcome.granted)) \(with: pesos, { $0 })</p>
                \(signed(shown, signer))
                """, texts: texts)
        case .refused where run.isUnderAppeal:
            if let lateness = shown.lateness { return late(lateness, of: shown.institution) }
            return Alert.box(
                .info,
                """
                <p>\(texts("procedures.appealed", ["day": run.due.map { texts.long($0) } ?? ""]))</p>
                \(signed(shown, signer))
                """, texts: texts)
        case .refused:
            let isMet = shown.decision.map { !$0.lines.isEmpty && $0.lines.allSatisfy { $0.outcome == .met } } == true
            return Alert.box(
                .attention,
                """
                <p><strong>\(texts[service.rules.isEmpty ? "procedures.refused.notUpheld" : "procedures.refused.decided"])</strong>
                \(isMet ? HTML(text: texts["procedures.refused.person"]) : words(service.outcome.refused))</p>
                \(signed(shown, signer))
                """, texts: texts)
        case .withdrawn where run.referred != nil:
            let there = ["institution": shown.referredTo ?? ""]
            return Alert.box(
                .info,
                """
                <p>\(texts("procedures.referred", there))</p>
                <p class="quiet">\(run.received.map { texts("procedures.referred.received", ["day": texts.long(Day(of: $0))]) }
                    ?? texts["procedures.referred.waiting"])</p>
                """, texts: texts)
        case .withdrawn: return Alert.box(.info, "<p>\(texts["procedures.withdrawn"])</p>", texts: texts)
        case nil where run.paused != nil:
            let asked = said(.paused, shown).map { "<p>\(texts["procedures.paused.asked"])</p>\n<blockquote>\($0)</blockquote>" as HTML }
            let term =
                shown.awaitedUntil.map { texts("procedures.paused.until", ["day": texts.long($0)]) }
                ?? texts[isForStaff ? "procedures.paused.unnotified.theirs" : "procedures.paused.unnotified"]
            return Alert.box(
                .attention, "<p>\(texts["procedures.paused"])</p>\n\(with: asked, { $0 })\n<p>\(term)</p>", texts: texts)
        case nil:
            guard let due = shown.decidedBy else { return "<p>\(texts["procedures.underWay"])</p>" }
            if let lateness = shown.lateness { return late(lateness, of: shown.institution) }
            return Alert.box(
                .info,
                """
                <p>\(texts("procedures.dueBy", ["day": texts.long(due), "who": shown.institution]))</p>
                \(with: run.isProvisional ? silent(shown.opened) : nil, {
                    "<p>\(texts("procedures.silent.filed", ["registers": $0.names, "time": texts.hour($0.at)]))</p>\n"
                })\
                <p class="quiet">\(texts[silence(service)])</p>
                """, texts: texts)
        }
    }

    /// What is still asked of the person, with the way to it.
    func owed(_ shown: RunDesk.Shown) -> HTML {
        let (run, pending) = (shown.opened.run, shown.opened.pending)
        guard let first = pending.first else { return HTML() }
        return Alert.box(
            .attention,
            """
            <p>\(texts[isForStaff ? "procedures.pending.theirs" : "procedures.pending"])</p>
            <ul>
            \(each: pending, { "<li>\(words($0.text))</li>\n" })</ul>
            \(when: !isForStaff || root != "/mesa/casos",
                Buttons.row([Buttons.link(Link(address(run, "/preguntas/\(first.id)"), texts["procedures.pending.answer"]))]))
            """, texts: texts)
    }

    /// Who decided it and why: who it is has a name, and the reason stands with what was decided (Ley 19.880, arts. 17 b and 41).
    private func signed(_ shown: RunDesk.Shown, _ signer: String?) -> HTML {
        let (run, service) = (shown.opened.run, shown.opened.service)
        if run.isAutomatic, run.appealAnswered == nil {
            let isAtOnce = !service.stages.contains { $0.decides }
            return """
                <p class="quiet">\(texts[isAtOnce ? "procedures.atOnce" : isForStaff ? "procedures.automatic.theirs" : "procedures.automatic"])</p>

                """
        }
        let at = run.appealAnswered ?? run.decided
        let reason = shown.events.last { [.decided, .answered].contains($0.kind) && $0.at == at }.flatMap { shown.words[$0.id] }
        return """
            <p>\(signer.map { texts("procedures.signedBy", ["who": $0]) } ?? texts["procedures.signed"])</p>
            \(with: reason, { "<blockquote>\($0)</blockquote>\n" })
            """
    }

    /// What was written with the last event of a kind.
    private func said(_ kind: RunEvent.Kind, _ shown: RunDesk.Shown) -> String? {
        shown.events.last { $0.kind == kind }.flatMap { shown.words[$0.id] }
    }

    /// What the law says if the term passes.
    private func silence(_ service: Service) -> TextKey {
        switch service.silence {
        case .positive: isForStaff ? "procedures.silence.positive.theirs" : "procedures.silence.positive"
        case .negative: isForStaff ? "procedures.silence.negative.theirs" : "procedures.silence.negative"
        case .none: isForStaff ? "procedures.silence.none.theirs" : "procedures.silence.none"
        }
    }
}
