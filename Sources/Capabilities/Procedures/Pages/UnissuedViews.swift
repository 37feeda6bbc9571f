import Civic
import Flows
import Markup
import Web

/// What a paper that is not given rests on, how a datum is corrected, and how a person comes to look at it.
extension RunViews {
    /// Which register said what, and when, for a rule that is not met; and how it is corrected.
    func said(of finding: Finding, _ opened: RunDesk.Opened) -> HTML {
        let line = DecisionRecord(opened.service, opened.reckoning).lines.first { $0.rule == finding.rule.id }
        let data = (line?.data ?? []).filter { $0.source == .register }
        let unclear = data.first.flatMap(\.register).map {
            texts("procedures.unissued.correct", ["register": texts.register($0, of: opened.service)])
        }
        return """
            \(each: data, { datum in
                """
                <p>\(values.name(datum.name, in: opened.service)): <strong>\(values.alone(datum.name, datum.value, in: opened.service))</strong>. \
                \(texts("procedures.unissued.said", [
                    "register": texts.register(datum.register ?? "", of: opened.service),
                    "day": datum.at.map { texts.long(Day(of: Instant(milliseconds: $0))) } ?? "",
                ]))</p>

                """
            })\
            \(with: explained.correction(of: finding, opened) == nil ? unclear : nil, { "<p>\($0)</p>\n" })
            """
    }

    /// The ways to a person, and what was written down each time.
    func unissued(_ shown: RunDesk.Shown, complaint: Service?) -> HTML {
        let (run, texts) = (shown.opened.run, texts)
        let way =
            complaint.map { Link(texts.address("\(root)/nuevo/\($0.id)"), texts["procedures.unissued.complain"]) }
            ?? Link(texts.address("/solicitudes"), texts["procedures.unissued.write"])
        let noted = shown.events.filter { $0.kind == .unissued }
        return """
            <h2>\(texts["procedures.unissued.title"])</h2>
            <p>\(texts["procedures.unissued.lead"])</p>
            <p>\(texts("procedures.unissued.how", ["code": run.code.description]))</p>
            \(Buttons.row([Buttons.link(way)]))
            <p>\(texts["procedures.unissued.place"]) <a href="\(texts.address("/lugares"))">\(texts["procedures.unissued.places"])</a></p>
            \(when: !noted.isEmpty, "<h2>\(texts["procedures.unissued.kept"])</h2>\n<p>\(texts["procedures.unissued.kept.lead"])</p>\n")\
            \(when: !noted.isEmpty, Timeline.line(entries(run, shown.opened.service, noted, shown.words), texts: texts))

            """
    }
}
