import Civic
import Expressions
import Flows
import Markup
import Web

/// The pages of a run: its questions, what is read once more, and the case.
struct RunViews {
    let texts: Texts
    let territory: Territory
    let today: Day
    /// Where the pages of a run stand: `/mi/tramites`, or the desk's.
    let root: String
    /// What the list there is called.
    let name: TextKey
    /// Whether papers can be had there.
    var hasPapers = true
    /// Whose run it is, where somebody of the staff reads it.
    private(set) var person: NamedPerson?
    private(set) var parameters: ParameterTable?
    /// Whether the fields show what was being typed when a session ended.
    var isTyped = false
    /// Whether the answer on the page is another than the one that was just sent from an older page.
    var isChanged = false

    /// The same about one run.
    func about(_ opened: RunDesk.Opened, of person: NamedPerson?) -> RunViews {
        var about = self
        (about.parameters, about.person) = (opened.interpreter.parameters, person)
        return about
    }

    var isForStaff: Bool { root.hasPrefix("/mesa/") }
    var values: ValueTexts {
        guard let parameters else { return ValueTexts(texts: texts, territory: territory) }
        return ValueTexts(texts: texts, territory: territory, parameters: parameters.words)
    }
    var explained: ExplanationViews { ExplanationViews(texts: texts, values: values, isForStaff: isForStaff) }

    /// Whose it is: the first thing that whoever attends has to know.
    var whom: HTML { person.map { Self.whom($0, texts) } ?? HTML() }

    static func whom(_ person: NamedPerson, _ texts: Texts) -> HTML {
        """
        <p>\(texts["procedures.whom"]) <strong>\(person.name)</strong>\(with: person.number, { " · \($0)" })</p>

        """
    }

    func address(_ run: ProcedureRun, _ rest: String = "") -> String { texts.address("\(root)/\(run.code.plain)\(rest)") }

    func words(_ words: Words) -> HTML {
        let said = words.said(in: texts.language)
        return said.language == texts.language ? HTML(text: said.text) : "<span lang=\"\(said.language)\">\(said.text)</span>"
    }

    var trail: [Link] { [Link(texts.address(root), texts[name])] }

    func question(_ opened: RunDesk.Opened, _ question: Question, form: HTML) -> Page {
        Page(
            title: question.text.said(in: texts.language).text, trail: trail,
            main: """
                <div class="wide">\(whom)<p class="quiet">\(words(opened.service.title)) \u{b7} \(progress(opened, question))</p>
                \(heading(question))\(closing(opened))\(when: isChanged, changed)\(provisional(opened, question))\
                \(proposal(opened, question))\
                \(form)
                \(with: back(opened, question), { "<p><a href=\"\($0)\">\(texts["procedures.back"])</a></p>\n" })\
                \(saved(opened))</div>
                """)
    }

    /// The heading of a question that does not bring one with its field.
    private func heading(_ question: Question) -> HTML {
        switch question.kind {
        case .declaration:
            "<h1>\(texts["procedures.declaration"])</h1>\n\(when: isForStaff, "<p>\(texts["procedures.declaration.theirs"])</p>\n")"
        case .address: "<h1>\(words(question.text))</h1>\n\(with: question.help, { "<p>\(words($0))</p>\n" })"
        default: HTML()
        }
    }

    /// What one had answered here was changed from another page.
    private var changed: HTML { Alert.box(.attention, "<p>\(texts["procedures.changed"])</p>", texts: texts) }

    /// That nothing is lost; after it was filed nobody needs to be told.
    func saved(_ opened: RunDesk.Opened) -> HTML {
        guard opened.run.filed == nil else { return "<p class=\"quiet\">\(texts["procedures.late.saved"])</p>" }
        let key: TextKey = isForStaff ? "procedures.saved.theirs" : "procedures.saved"
        return "<p class=\"quiet\">\(texts(key, ["code": opened.run.code.description]))</p>"
    }

    /// How many were answered before this one, and how many there are as things stand: what is answered decides what else is asked.
    func progress(_ opened: RunDesk.Opened, _ question: Question) -> String {
        let place = before(opened, question).count + 1
        let total = opened.run.filed == nil ? opened.reckoning.asked.count : place
        return total > place
            ? texts("procedures.progress.of", ["place": "\(place)", "total": "\(total)"])
            : texts("procedures.progress", ["place": "\(place)"])
    }

    /// The questions that were answered before this one, as far as their order can be told.
    private func before(_ opened: RunDesk.Opened, _ question: Question) -> [Question] {
        let answered = opened.reckoning.asked.filter { opened.state.answers[$0.id] != nil }
        guard let place = answered.firstIndex(where: { $0.id == question.id }) else { return answered }
        return Array(answered[..<place])
    }

    /// Why the person is asked what a register should have said.
    private func provisional(_ opened: RunDesk.Opened, _ question: Question) -> HTML {
        guard opened.service.facts.contains(where: { $0.otherwise == question.id }) else { return HTML() }
        return Alert.box(.attention, "<p>\(texts["procedures.register.down"])</p>", texts: texts)
    }

    func back(_ opened: RunDesk.Opened, _ question: Question) -> String? {
        before(opened, question).last.map { address(opened.run, "/preguntas/\($0.id)") }
    }

    /// A register is asked once more, or the person has to wait.
    func waiting(_ opened: RunDesk.Opened, retry: HTML) -> Page {
        Page(
            title: opened.service.title.said(in: texts.language).text, trail: trail,
            main: """
                <div class="wide">\(whom)<h1>\(words(opened.service.title))</h1>
                \(closing(opened))\(Alert.box(.attention, "<p>\(texts["procedures.waiting"])</p>", texts: texts))
                \(retry)
                \(saved(opened))</div>
                """)
    }

    /// `ways` is what else can be done where nothing can be filed.
    func review(_ opened: RunDesk.Opened, filing: HTML?, retry: HTML?, ways: HTML) -> Page {
        let (service, reckoning) = (opened.service, opened.reckoning)
        let isAtOnce = service.outcome.isImmediate
        let rows = reckoning.asked.compactMap { question -> AnswerList.Row? in
            guard let value = opened.state.answers[question.id] else { return nil }
            return AnswerList.Row(
                question.text.said(in: texts.language).text, answer(question, value, opened.run),
                change: address(opened.run, "/preguntas/\(question.id)"))
        }
        return Page(
            title: texts[!isAtOnce ? "procedures.review" : filing == nil ? "procedures.review.nothing" : "procedures.review.atOnce"],
            trail: trail,
            main: """
                <div class="wide">\(whom)<p class="quiet">\(words(service.title))</p>
                <h1>\(texts[!isAtOnce ? "procedures.review" : filing == nil ? "procedures.review.nothing" : "procedures.review.atOnce"])</h1>
                \(closing(opened))\(verdict(opened))
                \(ways)\
                \(when: !rows.isEmpty, "<h2>\(texts[isForStaff ? "procedures.answers.theirs" : "procedures.answers"])</h2>\n\(AnswerList.list(rows, texts: texts))\n")\
                \(facts(opened))\
                \(with: retry, { "\($0)\n" })\
                \(with: filing, { filing in
                    """
                    <h2>\(texts[isAtOnce ? "procedures.issue" : "procedures.file.title"])</h2>
                    <p>\(texts[isAtOnce ? "procedures.issue.lead" : "procedures.file.lead"])</p>
                    \(filing)

                    """
                })\
                \(saved(opened))</div>
                """)
    }

    /// An answer in words; a file can be looked at.
    func answer(_ question: Question, _ value: Expressions.Value, _ run: ProcedureRun) -> HTML {
        let said = values.said(value, question.kind)
        if case .groups(let questions, _, _) = question.kind, case .list(let groups) = value {
            return "\(each: groups, { "\(values.said(.list([$0]), .groups(questions, atLeast: 1, atMost: 1)))<br>" })"
        }
        guard case .file = question.kind, case .map = value else { return HTML(text: said) }
        return "<a href=\"\(address(run, "/archivos/\(question.id)"))\">\(said)</a>"
    }

    private func facts(_ opened: RunDesk.Opened) -> HTML {
        let rows = opened.service.facts.compactMap { fact -> AnswerList.Row? in
            guard let known = opened.reckoning.known[fact.id], case .register(_, let at) = known.origin else { return nil }
            let source = texts(
                "procedures.source.register",
                ["register": texts.register(fact.register, of: opened.service), "day": texts.short(Day(of: Instant(milliseconds: at)))])
            return AnswerList.Row(
                fact.name.said(in: texts.language).text,
                "\(values.alone(fact.id, known.value, in: opened.service))<br><span class=\"quiet\">\(source)</span>")
        }
        return rows.isEmpty
            ? HTML()
            : "<h2>\(texts["procedures.facts"])</h2>\n\(when: !opened.service.outcome.isImmediate, "<p>\(texts["procedures.facts.lead"])</p>\n")\(AnswerList.list(rows, texts: texts))\n"
    }
}
