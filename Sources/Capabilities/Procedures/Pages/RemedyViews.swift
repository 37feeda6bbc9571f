import Civic
import Flows
import Markup
import Web

extension RunViews {
    /// What can be done against a decision, or because none came in time: by when, before whom, by which law. Without a notification no term
    /// has begun, and it says so. `appeal` is the form of the one that is made here, while it may be made.
    func remedies(_ shown: RunDesk.Shown, appeal: HTML?) -> HTML {
        let run = shown.opened.run
        let isRefused = run.outcome == .refused
        let isStopped = shown.benefit.map { $0.against != nil && !$0.isUnderAppeal } ?? false
        let isCertified = run.decided == nil && shown.termsFrom != nil
        let isSigned = run.outcome == .granted && !run.isAutomatic && !run.isUnderAppeal && shown.benefit?.isUnderAppeal != true
        let all = isRefused || isStopped || isCertified || isSigned
        // While one is looked at, the others stay open.
        let remedies = shown.remedies.filter { (all || $0.isForDelay) && !(run.isUnderAppeal && $0.remedy.isHere) }
        guard !remedies.isEmpty else { return HTML() }
        let here = remedies.firstIndex { $0.remedy.isHere && $0.isOpen(on: today) }
        let start: String
        if let day = shown.termsFrom {
            start = texts(isCertified ? "procedures.remedies.certified" : "procedures.remedies.notified", ["day": texts.long(day)])
        } else if let passed = all ? nil : shown.lateness?.passed {
            start = texts(isForStaff ? "procedures.remedies.delayed.theirs" : "procedures.remedies.delayed", ["day": texts.long(passed)])
        } else {
            start = texts[isForStaff ? "procedures.remedies.unnotified.theirs" : "procedures.remedies.unnotified"]
        }
        return """
            <h2>\(texts[heading(all)])</h2>
            <p>\(start)</p>
            <ul class="sheets">
            \(each: Array(remedies.enumerated()), { place, open in remedy(open, place == here ? appeal : nil) })</ul>

            """
    }

    /// `isDecided` is false where all that there is to say is that nobody answered.
    private func heading(_ isDecided: Bool) -> TextKey {
        if !isDecided { return isForStaff ? "procedures.remedies.late.theirs" : "procedures.remedies.late" }
        return isForStaff ? "procedures.remedies.theirs" : "procedures.remedies"
    }

    /// With the form where it is made here; of the others, that one goes to whoever decides them.
    private func remedy(_ open: OpenRemedy, _ form: HTML?) -> HTML {
        let term = open.term.map { texts.quantity($0.amount, $0.unit) } ?? ""
        let when: String
        if open.term == nil {
            when = texts["procedures.remedies.anytime"]
        } else if let until = open.until {
            when = texts(
                until < today ? "procedures.remedies.over" : "procedures.remedies.until", ["day": texts.long(until), "term": term])
        } else {
            when = texts("procedures.remedies.from", ["term": term])
        }
        return """
            <li><strong>\(words(open.remedy.title))</strong>
            <p>\(texts("procedures.remedies.to", ["who": open.remedy.to.said(in: texts.language).text])) \(when)\(when: !open.remedy.isHere, " \(texts["procedures.remedies.there"])")</p>
            <p class="quiet">\(open.remedy.basis)</p>
            \(with: form, { $0 })</li>

            """
    }

    /// A term that passed: since when, and what became of it.
    func late(_ late: Lateness, of institution: String) -> HTML {
        Alert.box(
            .attention,
            """
            <p>\(texts(isForStaff ? "procedures.late.theirs" : "procedures.late", ["day": texts.long(late.passed), "who": institution]))</p>
            \(when: late.canDenounce && !isForStaff, "<p>\(texts["procedures.late.ask"])</p>\n")\
            \(with: late.denounced, { "<p>\(texts("procedures.denounced", ["day": texts.long($0)]))</p>\n" })\
            \(with: late.answerBy, { "<p>\(texts(isForStaff ? "procedures.denounced.answer.theirs" : "procedures.denounced.answer", ["day": texts.long($0)]))</p>\n" })\
            \(with: late.certified, { "<p>\(texts("procedures.certified", ["day": texts.long($0)]))</p>\n" })
            """, texts: texts)
    }
}
