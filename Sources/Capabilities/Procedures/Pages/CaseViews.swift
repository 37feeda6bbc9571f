import Civic
import Flows
import Markup
import Web

/// A case as its person and whoever attends them read it: where it stands, who owes the next step, by when, and why it was decided so.
extension RunViews {
    /// What a page of a case has beside what is kept of it.
    struct Parts {
        /// Who signed it: name, post and institution.
        var signer: String?
        /// What is wrong with a form that stands further down.
        var notices = HTML()
        /// What waits for the person.
        var first = HTML()
        /// The form of the remedy that is made here.
        var appeal: HTML?
        var more = HTML()
    }

    func matter(_ shown: RunDesk.Shown, isNew: Bool, _ parts: Parts) -> Page {
        let (run, service) = (shown.opened.run, shown.opened.service)
        // Whoever reads only the top must not take a pension that is not paid for one that is.
        let isStopped = shown.benefit.map { !$0.benefit.isPaid } == true
        let remedies = remedies(shown, appeal: parts.appeal)
        return Page(
            title: service.title.said(in: texts.language).text, trail: [Link(texts.address(root), texts[name])],
            main: """
                <div class="wide">
                \(parts.notices)\(whom)\(isNew ? filed(shown) : "<h1>\(words(service.title))</h1>\n<p>\(texts("procedures.folio", ["code": run.code.description]))</p>")
                \(with: isStopped ? shown.benefit : nil, { benefit($0, run, service, forStaff: root == "/mesa/casos") })\
                \(owed(shown))\(when: !(isNew && service.outcome.isImmediate), standing(shown, parts.signer))
                \(parts.first)\
                \(with: shown.opened.held(values, today: today), { Alert.box(.attention, "<p>\($0)</p>", texts: texts) })
                \(with: isStopped ? nil : shown.benefit, { benefit($0, run, service, forStaff: root == "/mesa/casos") })\
                \(remedies)\(when: remedies.isEmpty, parts.appeal ?? HTML())\
                \(with: shown.decision, { explained.decided($0, service, isGranted: run.outcome != .refused) })
                \(given(shown.opened))\
                \(attached(shown.opened))\
                \(papers(shown))\
                <h2>\(texts["procedures.timeline"])</h2>
                \(Timeline.line(entries(shown.opened.run, shown.opened.service, shown.events, shown.words), texts: texts))
                \(parts.more)</div>
                """)
    }

    /// What filing it came to, in one box: a number to follow it by, or the paper itself.
    private func filed(_ shown: RunDesk.Shown) -> HTML {
        let (run, service) = (shown.opened.run, shown.opened.service)
        guard service.outcome.isImmediate else {
            let next: HTML = run.decided == nil ? steps(shown.opened) : "<p>\(texts["procedures.filed.decided"])</p>"
            return Confirmation.box(
                texts[isForStaff ? "procedures.filed.theirs" : "procedures.filed"], folio: run.code.description,
                """
                \(when: isForStaff, "<p>\(texts["procedures.filed.give"])</p>\n")\(next)
                \(with: attention, { "<p><a class=\"onward\" href=\"\($0)\">\(texts["procedures.attention.back"])</a></p>\n" })
                """, texts: texts)
        }
        let papers = shown.documents.filter { hasPapers && $0.revoked == nil }
        return Confirmation.box(
            service.outcome.granted.said(in: texts.language).text, folio: nil,
            """
            \(Buttons.row(papers.map { Buttons.link(Link(address(run, "/documentos/\($0.code.plain)"), texts["procedures.papers.download"])) }))
            \(steps(shown.opened))
            <p class="quiet">\(texts("procedures.folio", ["code": run.code.description]))</p>
            """, texts: texts)
    }

    /// The contact in which an agent does it for the person, to go on with or to end.
    private var attention: String? {
        let assisted = "/mesa/tramites/"
        return root.hasPrefix(assisted) ? texts.address("/mesa/atenciones/\(root.dropFirst(assisted.count))") : nil
    }

    /// What comes next, for what is known of this case.
    private func steps(_ opened: RunDesk.Opened) -> HTML {
        opened.interpreter.steps(opened.state, today: today.number).map { "<p>\(words($0))</p>\n" }.joined()
    }

    /// What few people need, out of the way until it is opened.
    func folded(_ title: String, _ body: HTML, isOpen: Bool) -> HTML {
        "<details\(Attribute("open", if: isOpen))><summary>\(title)</summary>\n\(body)</details>\n"
    }

    /// What was answered, as it was filed.
    private func given(_ opened: RunDesk.Opened) -> HTML {
        let rows = opened.service.questions.compactMap { question -> AnswerList.Row? in
            guard let value = opened.state.answers[question.id] else { return nil }
            return AnswerList.Row(question.text.said(in: texts.language).text, answer(question, value, opened.run))
        }
        return rows.isEmpty
            ? HTML()
            : "<h2>\(texts[isForStaff ? "procedures.answers.theirs" : "procedures.answers"])</h2>\n\(AnswerList.list(rows, texts: texts))\n"
    }

    /// What came with it from the institution.
    private func attached(_ opened: RunDesk.Opened) -> HTML {
        guard let files = opened.state.attached else { return HTML() }
        return """
            <h2>\(texts["procedures.attached"])</h2>
            <ul class="sheets">
            \(each: Array(files.enumerated()), { place, file in
                """
                <li><a class="onward" href="\(address(opened.run, "/archivos/\(RunDesk.attached)\(place + 1)"))">\(file.title)</a>
                <p class="quiet">\(texts("procedures.file.said", [
                    "kind": FileKind(rawValue: file.kind)?.name ?? file.kind, "size": texts.number(Int64((file.size + 1023) / 1024)),
                ]))</p></li>

                """
            })</ul>

            """
    }

    private func papers(_ shown: RunDesk.Shown) -> HTML {
        guard hasPapers, !shown.documents.isEmpty else { return HTML() }
        let (service, run) = (shown.opened.service, shown.opened.run)
        return """
            <h2>\(texts["procedures.papers"])</h2>
            <ul class="sheets">
            \(each: shown.documents, { issued in
                """
                <li><strong>\(issued.title(service, texts))</strong> \(with: issued.revoked, { _ in Tag.label(texts["procedures.papers.revoked"], .attention) })
                <p class="quiet">\(texts(issued.issuedWords, ["day": texts.long(Day(of: issued.issued))]))</p>
                <p><a href="\(address(run, "/documentos/\(issued.code.plain)"))">\(texts["procedures.papers.download"])</a></p>
                <p class="quiet">\(texts("procedures.papers.code", ["code": issued.code.description]))</p></li>

                """
            })</ul>

            """
    }
}
