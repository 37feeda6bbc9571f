import Civic
import Markup
import Web

/// What the staff sees of mandates on paper.
struct DeskMandateViews {
    let texts: Texts

    /// Nothing of anybody stands in the list: only what waits, and since when.
    func overview(_ waiting: [Mandate], form: HTML?, mayRecord: Bool) -> Page {
        page(
            texts["mandate.desk.title"],
            """
            <p class="lead">\(texts["mandate.desk.lead"])</p>
            \(with: form, { "<h2>\(texts["mandate.desk.record"])</h2>\n\($0)" })\
            \(when: form == nil && mayRecord, "<p>\(texts["mandate.desk.contact"])</p>\n")\
            <h2>\(texts["mandate.desk.waiting"])</h2>
            \(when: waiting.isEmpty, "<p>\(texts["mandate.desk.none"])</p>\n")\
            <ul class="ways">
            \(each: waiting, { mandate in
                "<li><a href=\"\(texts.address("/mesa/representacion/\(mandate.id)"))\">\(texts[mandate.instrument.words]) \u{00B7} \(texts.long(Day(of: mandate.made)))</a></li>\n"
            })</ul>
            """)
    }

    func take(_ mandate: Mandate, _ form: HTML) -> Page {
        page(texts[mandate.instrument.words], "<p class=\"lead\">\(texts["mandate.desk.take"])</p>\n\(form)")
    }

    func decide(_ mandate: Mandate, name: String, number: String, paper: String, _ form: HTML) -> Page {
        page(
            texts[mandate.instrument.words],
            """
            \(AnswerList.list([
                .init(texts["mandate.desk.grantor"], "\(name)"), .init(texts["mandate.desk.grantee"], "\(number)"),
                .init(texts["mandate.paper"], "\(paper)"), .init(texts["mandate.until"], "\(texts.long(Day(lastBefore: mandate.until)))"),
            ], texts: texts))
            \(form)
            """)
    }

    private func page(_ title: String, _ content: HTML) -> Page {
        Page(
            title: title, trail: [Link(texts.address("/mesa"), texts["mandate.desk.home"])],
            main: """
                <div class="wide">
                <h1>\(title)</h1>
                \(content)
                </div>
                """)
    }
}
