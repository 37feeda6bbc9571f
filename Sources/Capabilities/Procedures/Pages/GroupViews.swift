import Civic
import Expressions
import Flows
import Markup
import Web

extension RunViews {
    /// A list of groups: what is in it, the form for one more, and the way on.
    func groups(
        _ opened: RunDesk.Opened, _ question: Question, _ questions: [Question], form: HTML?, removing: [HTML], none: HTML?,
        changing place: Int?
    ) -> Page {
        let groups = opened.state.groups(question.id)
        let path = "/preguntas/\(question.id)"
        let least = if case .groups(_, let least, _) = question.kind { least } else { 1 }
        let title = question.text.said(in: texts.language).text
        return Page(
            title: title, trail: trail,
            main: """
                <div class="wide"><p class="quiet">\(progress(opened, question))</p>
                <p class="quiet">\(words(opened.service.title))</p>
                <h1>\(words(question.text))</h1>
                \(with: question.help, { "<p>\(words($0))</p>\n" })\
                \(when: !groups.isEmpty, """
                    <ol class="sheets">
                    \(each: Array(groups.enumerated()), { at, group in
                        """
                        <li>\(self.group(group, questions))
                        <div class="buttons">\(Buttons.link(Link(address(opened.run, "\(path)?grupo=\(at + 1)"), texts["procedures.group.change"]), .second))</div>
                        \(removing[at])</li>

                        """
                    })</ol>

                    """)\
                \(when: !groups.isEmpty && groups.count < least, "<p>\(texts("procedures.group.least", ["least": "\(least)"]))</p>\n")\
                \(when: place == nil && groups.count >= least, Buttons.row([Buttons.link(Link(address(opened.run), texts["procedures.next"]))]))
                \(with: form, { form in
                    """
                    <h2>\(texts[place == nil ? (groups.isEmpty ? "procedures.group.first" : "procedures.group.more") : "procedures.group.changing"])</h2>
                    \(form)

                    """
                })\
                \(with: none, { $0 })
                \(with: back(opened, question), { "<p><a class=\"onward\" href=\"\($0)\">\(texts["procedures.back"])</a></p>\n" })\
                <p class="quiet">\(texts("procedures.saved", ["code": opened.run.code.description]))</p></div>
                """)
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
