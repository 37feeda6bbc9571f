import Civic
import Flows
import Markup
import Web

/// A case as its person and whoever attends them read it: where it stands, who owes the next step, by when, and why it was decided so.
extension RunViews {
    func matter(_ shown: RunDesk.Shown, isNew: Bool, more: HTML = HTML()) -> Page {
        let (run, service) = (shown.opened.run, shown.opened.service)
        // Whoever reads only the top must not take a pension that is not paid for one that is.
        let isStopped = shown.benefit.map { !$0.benefit.isPaid } == true
        return Page(
            title: service.title.said(in: texts.language).text, trail: [Link(texts.address(root), texts[name])],
            main: """
                <div class="wide">
                \(isNew
                    ? Confirmation.box(texts["procedures.filed"], folio: run.code.description, "<p>\(words(service.outcome.next))</p>", texts: texts)
                    : "<h1>\(words(service.title))</h1>\n<p>\(texts("procedures.folio", ["code": run.code.description]))</p>")
                \(with: isStopped ? shown.benefit : nil, { benefit($0, run, service, forStaff: root == "/mesa/casos") })\
                \(standing(run, service, shown))
                \(with: shown.held, { Alert.box(.attention, "<p>\($0)</p>", texts: texts) })
                \(with: isStopped ? nil : shown.benefit, { benefit($0, run, service, forStaff: root == "/mesa/casos") })\
                \(remedies(shown))\
                \(with: shown.decision, { ExplanationViews(texts: texts, values: values).decided($0, service) })
                \(given(shown.opened))\
                \(attached(shown.opened))\
                \(papers(shown))\
                <h2>\(texts["procedures.timeline"])</h2>
                \(Timeline.line(entries(shown.opened.run, shown.opened.service, shown.events, shown.words), texts: texts))
                \(more)</div>
                """)
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
        return rows.isEmpty ? HTML() : "<h2>\(texts["procedures.answers"])</h2>\n\(AnswerList.list(rows, texts: texts))\n"
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
                <li><strong>\(issued.title(service, texts))</strong>
                <p><a href="\(address(run, "/documentos/\(issued.code.plain)"))">\(texts["procedures.papers.download"])</a></p>
                <p class="quiet">\(texts("procedures.papers.code", ["code": issued.code.description]))</p></li>

                """
            })</ul>

            """
    }

    /// One sentence: what it is now.
    private func standing(_ run: ProcedureRun, _ service: Service, _ shown: RunDesk.Shown) -> HTML {
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
                <p class="quiet">\(texts[automatic(run, service)])</p>
                """, texts: texts)
        case .refused where run.isUnderAppeal:
            if let lateness = shown.lateness { return late(lateness, of: shown.institution) }
            return Alert.box(
                .info, "<p>\(texts("procedures.appealed", ["day": run.due.map { texts.long($0) } ?? ""]))</p>", texts: texts)
        case .refused:
            return Alert.box(
                .attention, "<p>\(words(service.outcome.refused))</p>\n<p>\(texts["procedures.signed"])</p>", texts: texts)
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
            return Alert.box(
                .attention,
                """
                <p>\(texts["procedures.paused"])</p>
                <p>\(with: shown.awaitedUntil, { "\(texts("procedures.paused.until", ["day": texts.long($0)]))" })</p>
                """, texts: texts)
        case nil:
            guard let due = run.due else { return "<p>\(texts["procedures.underWay"])</p>" }
            if let lateness = shown.lateness { return late(lateness, of: shown.institution) }
            return Alert.box(
                .info,
                """
                <p>\(texts("procedures.dueBy", ["day": texts.long(due), "who": shown.institution]))</p>
                <p class="quiet">\(texts[silence(service)])</p>
                """, texts: texts)
        }
    }

    private func automatic(_ run: ProcedureRun, _ service: Service) -> TextKey {
        guard run.isAutomatic, run.appealAnswered == nil else { return "procedures.signed" }
        return service.stages.contains { $0.decides } ? "procedures.automatic" : "procedures.atOnce"
    }

    /// What the law says if the term passes.
    private func silence(_ service: Service) -> TextKey {
        switch service.silence {
        case .positive: "procedures.silence.positive"
        case .negative: "procedures.silence.negative"
        case .none: "procedures.silence.none"
        }
    }

    func list(_ runs: [(run: ProcedureRun, service: Service)], services: [Service], prepared: HTML, elsewhere: HTML) -> Page {
        let rows: HTML = """
            <ul class="sheets">
            \(each: runs, { run, service in
                """
                <li><a href="\(address(run))">\(words(service.title))</a> \(Tag.label(texts[state(run)], run.outcome == .granted ? .done : nil))
                <p class="quiet">\(texts("procedures.folio", ["code": run.code.description])) · \(texts.long(Day(of: run.touched)))</p></li>

                """
            })</ul>
            """
        return Page(
            title: texts[name],
            main: """
                <div class="wide"><h1>\(texts[name])</h1>
                \(prepared)\
                \(runs.isEmpty ? EmptyState.box(texts["procedures.none"], "<p>\(texts["procedures.none.next"])</p>") : rows)
                \(elsewhere)<h2>\(texts["procedures.offered"])</h2>
                \(offered(services, "\(root)/nuevo"))</div>
                """)
    }

    func offered(_ services: [Service], _ path: String) -> HTML {
        """
        <ul class="sheets">
        \(each: services, { "<li><a href=\"\(texts.address("\(path)/\($0.id)"))\">\(words($0.title))</a><p>\(words($0.lead))</p></li>\n" })</ul>
        """
    }

    private func state(_ run: ProcedureRun) -> TextKey {
        switch (run.filed, run.outcome) {
        case (nil, _): "procedures.state.draft"
        case (_, nil): "procedures.state.underWay"
        case (_, .granted?): "procedures.state.granted"
        case (_, .refused?): "procedures.state.refused"
        case (_, .withdrawn?): run.referred == nil ? "procedures.state.withdrawn" : "procedures.state.referred"
        }
    }
}
