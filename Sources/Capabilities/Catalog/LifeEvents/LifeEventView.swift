import Civic
import Markup
import Web

/// The way through a moment of life: what first, what next, what later, by when; and, with the day on which it happened, until which day.
struct LifeEventView {
    let texts: Texts
    let reading: LifeEventReading
    let asked: AskedDay
    let holidays: Holidays
    let today: Day

    private var event: LifeEvent { reading.event }

    var page: Page {
        Page(
            title: event.title, summary: event.lead, path: event.path,
            trail: [Link(texts.address("/momentos"), texts["lifeEvents.title"])],
            main: """
                <article class="wide event"><h1\(texts.lang())>\(event.title)</h1>
                \(when: texts.language != Languages.source, "<p class=\"notice\">\(texts["site.content.foreign"])</p>\n")\
                \(with: event.lead, { "<p class=\"lead\"\(texts.lang())>\($0)</p>\n" })\
                \(with: event.question, question)\
                \(each: LifeEvent.Stage.allCases, stage)\
                \(when: !reading.others.isEmpty, others)\
                <p>\(texts["lifeEvents.help"]) <a href="tel:101">101</a>. <a href="\(texts.address("/lugares"))">\(texts["lifeEvents.places"])</a></p></article>
                """)
    }

    private func question(_ words: String) -> HTML {
        let (day, month, year, error) = typed
        let label = ControlLabel(words, hint: texts["lifeEvents.day.hint"], error: error)
        return """
            <form class="when" action="\(texts.address(event.path))">
            \(Controls.date(AskedDay.name, label, day: day, month: month, year: year, words: DateWords(day: texts["form.day"], month: texts["form.month"], year: texts["form.year"])))
            <button class="button second">\(texts["lifeEvents.day.action"])</button></form>

            """
    }

    private var typed: (day: String, month: String, year: String, error: String?) {
        switch asked {
        case .nothing: ("", "", "", nil)
        case .day(let day): ("\(day.day)", "\(day.month)", "\(day.year)", nil)
        case .wrong(let day, let month, let year, let isFuture):
            (day, month, year, isFuture ? texts["lifeEvents.day.future"] : texts["lifeEvents.day.wrong"])
        }
    }

    private func stage(_ stage: LifeEvent.Stage) -> HTML {
        let steps = event.steps(stage)
        guard !steps.isEmpty else { return HTML() }
        return "<section><h2>\(name(stage))</h2>\n\(StepList.list(steps.map(step)))</section>\n"
    }

    private func name(_ stage: LifeEvent.Stage) -> String {
        switch stage {
        case .first: texts["lifeEvents.first"]
        case .next: texts["lifeEvents.next"]
        case .later: texts["lifeEvents.later"]
        }
    }

    private func step(_ step: LifeEvent.Step) -> HTML {
        let sheet: HTML? = reading.sheet(step).map {
            "<p><a class=\"onward\" href=\"\(texts.address($0.path))\"\(texts.lang())>\($0.title)</a></p>"
        }
        return """
            <p class="does"\(texts.lang())>\(step.does)</p>
            \(with: step.by, by)\
            \(with: step.note, { "<p\(texts.lang())>\($0)</p>\n" })\(sheet)
            """
    }

    /// In words, and with the day when the person gave the one from which it runs.
    private func by(_ term: StatedTerm) -> HTML {
        let due = DueDay(term, from: asked, holidays)
        let day: HTML? = due.day.map { day in
            let words = texts(day < today ? "lifeEvents.due.past" : "lifeEvents.due", ["day": texts.long(day)])
            return " \(Tag.label(words, day < today ? .attention : .info))"
        }
        return "<p class=\"by\"><strong>\(texts["lifeEvents.by"])</strong> \(texts.content(term.text))\(day)</p>\n"
    }

    private var others: HTML {
        """
        <section><h2>\(texts["lifeEvents.others"])</h2>
        <ul class="sheets"\(texts.lang())>
        \(each: reading.others, { "<li><a href=\"\(texts.address($0.path))\">\($0.title)</a><p>\($0.summary)</p></li>\n" })</ul></section>

        """
    }
}
