import Civic
import Markup
import Ports
import Web

/// The trace as the person reads it.
struct TraceView {
    let texts: Texts

    /// `last` is the line after which older ones follow; nil when there are none.
    func list(
        _ lines: [TraceLine], of all: Int, onlyOthers: Bool, isFirst: Bool, last: Int64?, asked: [TraceQuestions.Asked], canAsk: Bool
    ) -> Page {
        let own = texts.address("/mi/quien-vio")
        let older = onlyOthers ? "?antes=" : "?todo=si&antes="
        return Page(
            title: texts["trace.title"], path: "/mi/quien-vio",
            main: """
                <div class="wide"><h1>\(texts["trace.title"])</h1>
                <p class="lead">\(texts["trace.lead"])</p>
                <ul class="chips">
                <li><a href="\(own)"\(Attribute("aria-current", onlyOthers ? "page" : nil))>\(texts["trace.onlyOthers"])</a></li>
                <li><a href="\(own)?todo=si"\(Attribute("aria-current", onlyOthers ? nil : "page"))>\(texts["trace.all"])</a></li>
                </ul>
                <p class="quiet">\(texts[onlyOthers ? "trace.onlyOthers.what" : "trace.all.what"])</p>
                \(when: !asked.isEmpty && isFirst, questions(asked))\
                \(when: lines.isEmpty, EmptyState.box(texts["trace.none"], "<p>\(texts["trace.none.text"])</p>"))\
                \(when: !lines.isEmpty, "<p>\(texts("trace.count", count: all))</p>\n\(groups(TraceGroup.groups(lines), canAsk: canAsk))")
                \(with: last, { "<p><a class=\"onward\" rel=\"next\" href=\"\(own + older + String($0))\">\(texts["trace.older"])</a></p>\n" })\
                <p class="quiet">\(texts["trace.promise"])</p></div>
                """)
    }

    func question(_ line: TraceLine, form: HTML) -> Page {
        Page(
            title: texts["trace.ask.title"],
            trail: [Link(texts.address("/mi"), texts["mine.title"]), Link(texts.address("/mi/quien-vio"), texts["trace.title"])],
            main: """
                <div class="wide"><h1>\(texts["trace.ask.title"])</h1>
                <p class="lead">\(texts["trace.ask.lead"])</p>
                \(AnswerList.list(rows(line), texts: texts))
                \(form)</div>
                """)
    }

    func table(_ lines: [TraceLine], id: String, canAsk: Bool) -> HTML {
        DataTable.framed(
            id: id, caption: texts["trace.caption"],
            columns: [
                DataTable.Column(texts["trace.when"]), DataTable.Column(texts["trace.who"]), DataTable.Column(texts["trace.what"]),
                DataTable.Column(texts["trace.why"]), DataTable.Column(texts["trace.where"]), DataTable.Column(texts["trace.ask"]),
            ],
            rows: lines.map { line in
                [
                    HTML(text: moment(line.at)), HTML(text: line.who), HTML(text: what(line)), HTML(text: line.why ?? ""),
                    HTML(text: line.place ?? ""), canAsk && (!line.isOwn || !line.registers.isEmpty) ? ask(line) : HTML(),
                ]
            }, stacked: true)
    }

    private func ask(_ line: TraceLine) -> HTML {
        """
        <a href="\(texts.address("/mi/quien-vio/\(line.id)/preguntar"))">\(texts["trace.ask.button"])\
        <span class="sr"> \(moment(line.at)), \(line.who)</span></a>
        """
    }

    private func questions(_ asked: [TraceQuestions.Asked]) -> HTML {
        """
        <section aria-labelledby="preguntas"><h2 id="preguntas">\(texts["trace.asked"])</h2>
        <ul class="sheets">
        \(each: asked, { question in
            "<li><a href=\"\(texts.address(question.path))\">\(texts("trace.asked.on", ["day": texts.short(Day(of: question.at))]))</a> <p>\(texts[question.state])</p></li>\n"
        })</ul></section>

        """
    }

    func rows(_ line: TraceLine) -> [AnswerList.Row] {
        [
            AnswerList.Row(texts["trace.when"], HTML(text: moment(line.at))), AnswerList.Row(texts["trace.who"], HTML(text: line.who)),
            AnswerList.Row(texts["trace.what"], HTML(text: what(line))),
        ]
            + [
                line.why.map { AnswerList.Row(texts["trace.why"], HTML(text: $0)) },
                line.place.map { AnswerList.Row(texts["trace.where"], HTML(text: $0)) },
            ]
            .compactMap(\.self)
    }

    private func what(_ line: TraceLine) -> String {
        line.fields.isEmpty ? line.what : texts("trace.what.fields", ["what": line.what, "fields": line.fields.joined(separator: ", ")])
    }

    func moment(_ instant: Instant) -> String {
        texts("trace.moment", ["day": texts.short(Day(of: instant)), "hour": texts.hour(instant)])
    }
}
