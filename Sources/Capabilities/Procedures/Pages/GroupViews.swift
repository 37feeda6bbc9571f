import Civic
import Expressions
import Flows
import Markup
import Web

extension RunViews {
    /// Where the error of a whole group leads.
    static let wholeGroup = "grupo"

    /// A list of groups: what is in it, or the form for one of them, and the way on.
    func groups(
        _ opened: RunDesk.Opened, _ question: Question, _ questions: [Question], form: HTML?, canAdd: Bool, removing: [HTML], none: HTML?,
        changing place: Int?
    ) -> Page {
        let groups = opened.state.groups(question.id)
        let title = question.text.said(in: texts.language).text
        return Page(
            title: title, trail: trail,
            main: """
                <div class="wide">\(whom)<p class="quiet">\(words(opened.service.title)) \u{b7} \(progress(opened, question))</p>
                <h1>\(words(question.text))</h1>
                \(with: question.help, { "<p>\(words($0))</p>\n" })\
                \(closing(opened))\(form.map { writing($0, opened, question, isFirst: groups.isEmpty, isChanging: place != nil) }
                    ?? listed(groups, opened, question, questions, canAdd: canAdd, removing: removing))\
                \(with: none, { $0 })
                \(with: back(opened, question), { "<p><a class=\"onward\" href=\"\($0)\">\(texts["procedures.back"])</a></p>\n" })\
                \(saved(opened))</div>
                """)
    }

    /// One group is written; the list waits.
    private func writing(_ form: HTML, _ opened: RunDesk.Opened, _ question: Question, isFirst: Bool, isChanging: Bool) -> HTML {
        let title: TextKey = isChanging ? "procedures.group.changing" : isFirst ? "procedures.group.first" : "procedures.group.more"
        return """
            <h2 id="\(Self.wholeGroup)" tabindex="-1">\(texts[title])</h2>
            \(form)
            \(when: !isFirst, "<p><a href=\"\(address(opened.run, "/preguntas/\(question.id)"))\">\(texts["procedures.group.leave"])</a></p>\n")
            """
    }

    private func listed(
        _ groups: [Expressions.Value], _ opened: RunDesk.Opened, _ question: Question, _ questions: [Question], canAdd: Bool,
        removing: [HTML]
    ) -> HTML {
        let path = "/preguntas/\(question.id)"
        let least = if case .groups(_, let least, _) = question.kind { least } else { 1 }
        let more = canAdd ? [Buttons.link(Link(address(opened.run, "\(path)?agregar=si"), texts["procedures.group.more"]), .second)] : []
        let on = groups.count >= least ? [Buttons.link(Link(address(opened.run), texts["procedures.next"]))] : []
        return """
            <ol class="sheets">
            \(each: Array(groups.enumerated()), { at, group in
                """
                <li>\(self.group(group, questions))
                <div class="buttons">\(Buttons.link(Link(address(opened.run, "\(path)?grupo=\(at + 1)"), texts["procedures.group.change"]), .second))</div>
                \(removing[at])</li>

                """
            })</ol>
            \(when: groups.count < least, "<p>\(texts("procedures.group.least", ["least": "\(least)"]))</p>\n")\
            \(Buttons.row(on + more))

            """
    }

    private func group(_ value: Expressions.Value, _ questions: [Question]) -> HTML {
        guard case .map(let map) = value else { return HTML() }
        let rows = questions.compactMap { question -> AnswerList.Row? in
            guard let value = map[question.id] else { return nil }
            return AnswerList.Row(question.text.said(in: texts.language).text, HTML(text: values.said(value, question.kind)))
        }
        return AnswerList.list(rows, texts: texts)
    }
}
