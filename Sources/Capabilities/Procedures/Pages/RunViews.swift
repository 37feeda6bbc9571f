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

    var values: ValueTexts { ValueTexts(texts: texts, territory: territory) }

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
                <div class="wide"><p class="quiet">\(progress(opened, question))</p>
                <h1>\(words(opened.service.title))</h1>
                \(with: question.help, { "<p>\(words($0))</p>\n" })\
                \(provisional(opened, question))\
                \(proposal(opened, question))\
                \(form)
                \(with: back(opened, question), { "<p><a href=\"\($0)\">\(texts["procedures.back"])</a></p>\n" })\
                <p class="quiet">\(texts("procedures.saved", ["code": opened.run.code.description]))</p></div>
                """)
    }

    func progress(_ opened: RunDesk.Opened, _ question: Question) -> String {
        let asked = opened.reckoning.asked
        let place = (asked.firstIndex { $0.id == question.id } ?? 0) + 1
        return texts("procedures.progress", ["place": "\(place)", "all": "\(max(place, asked.count))"])
    }

    /// Why the person is asked what a register should have said.
    private func provisional(_ opened: RunDesk.Opened, _ question: Question) -> HTML {
        guard opened.service.facts.contains(where: { $0.otherwise == question.id }) else { return HTML() }
        return Alert.box(.attention, "<p>\(texts["procedures.register.down"])</p>", texts: texts)
    }

    func back(_ opened: RunDesk.Opened, _ question: Question) -> String? {
        let asked = opened.reckoning.asked
        guard let place = asked.firstIndex(where: { $0.id == question.id }), place > 0 else { return nil }
        return address(opened.run, "/preguntas/\(asked[place - 1].id)")
    }

    /// A register is asked once more, or the person has to wait.
    func waiting(_ opened: RunDesk.Opened, retry: HTML) -> Page {
        Page(
            title: opened.service.title.said(in: texts.language).text, trail: trail,
            main: """
                <div class="wide"><h1>\(words(opened.service.title))</h1>
                \(Alert.box(.attention, "<p>\(texts["procedures.waiting"])</p>", texts: texts))
                \(retry)
                <p class="quiet">\(texts("procedures.saved", ["code": opened.run.code.description]))</p></div>
                """)
    }

    func review(_ opened: RunDesk.Opened, filing: HTML?, retry: HTML?) -> Page {
        let (service, reckoning) = (opened.service, opened.reckoning)
        let rows = reckoning.asked.compactMap { question -> AnswerList.Row? in
            guard let value = opened.state.answers[question.id] else { return nil }
            return AnswerList.Row(
                question.text.said(in: texts.language).text, answer(question, value, opened.run),
                change: address(opened.run, "/preguntas/\(question.id)"))
        }
        return Page(
            title: texts["procedures.review"], trail: trail,
            main: """
                <div class="wide"><p class="quiet">\(words(service.title))</p>
                <h1>\(texts["procedures.review"])</h1>
                \(verdict(opened))
                \(when: !rows.isEmpty, "<h2>\(texts["procedures.answers"])</h2>\n\(AnswerList.list(rows, texts: texts))\n")\
                \(facts(opened))\
                \(with: retry, { "\($0)\n" })\
                \(with: filing, { "<h2>\(texts["procedures.file.title"])</h2>\n<p>\(texts["procedures.file.lead"])</p>\n\($0)\n" })\
                <p class="quiet">\(texts("procedures.saved", ["code": opened.run.code.description]))</p></div>
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

    /// What it would come to, before it is filed.
    private func verdict(_ opened: RunDesk.Opened) -> HTML {
        let decision = Decision(opened.reckoning)
        let explanation = ExplanationViews(texts: texts, values: values)
        switch decision.outcome {
        case .granted(let pesos):
            return Alert.box(
                .done, "<p>\(words(opened.service.outcome.granted))\(with: pesos, { " \(amount(opened.service, $0))" })</p>", texts: texts)
        case .refusal:
            let unmet = opened.reckoning.findings.filter(\.isUnmet)
            return Alert.box(
                .attention,
                """
                <p>\(words(opened.service.outcome.refused))</p>
                \(each: unmet, { explanation.unmet($0, opened) })\
                <p>\(texts[opened.service.outcome.isImmediate ? "procedures.refusal.immediate" : "procedures.refusal.before"])</p>
                """, texts: texts)
        case .abstention:
            return Alert.box(.attention, "<p>\(unsaid(opened))</p>", texts: texts)
        }
    }

    /// What keeps it from coming to anything today: the registers that do not answer, by their names.
    private func unsaid(_ opened: RunDesk.Opened) -> String {
        let silent = Set(opened.service.facts.filter { opened.state.facts[$0.id]?.status == .down }.map(\.register)).sorted()
        let isAtOnce = opened.service.outcome.isImmediate
        guard !silent.isEmpty else { return texts[isAtOnce ? "procedures.abstention.atOnce" : "procedures.abstention"] }
        return texts(
            isAtOnce ? "procedures.abstention.silent.atOnce" : "procedures.abstention.silent",
            ["registers": silent.map { texts.register($0) }.joined(separator: "; ")])
    }

    private func amount(_ service: Service, _ pesos: Int64) -> HTML {
        guard let amount = service.amount else { return HTML() }
        return "\(words(amount.name)): <strong>\(Pesos(pesos).description)</strong>."
    }

    private func facts(_ opened: RunDesk.Opened) -> HTML {
        let rows = opened.service.facts.compactMap { fact -> AnswerList.Row? in
            guard let known = opened.reckoning.known[fact.id], case .register(_, let at) = known.origin else { return nil }
            let source = texts(
                "procedures.source.register",
                ["register": texts.register(fact.register), "day": texts.short(Day(of: Instant(milliseconds: at)))])
            return AnswerList.Row(
                fact.name.said(in: texts.language).text,
                "\(values.said(fact.id, known.value, in: opened.service))<br><span class=\"quiet\">\(source)</span>")
        }
        return rows.isEmpty
            ? HTML()
            : "<h2>\(texts["procedures.facts"])</h2>\n<p>\(texts["procedures.facts.lead"])</p>\n\(AnswerList.list(rows, texts: texts))\n"
    }
}

extension Texts {
    /// The registers that services may name, beside this house itself.
    public static let registers: Set<String> = [
        RunDesk.ownRegister, "identidad", "residencia", "focalizacion", "pensiones", "pagos", "hogares", "familia", "aportes",
        "cotizaciones", "impuestos", "salud", "cesantia", "cuentas",
    ]

    /// What people call a register.
    func register(_ id: String) -> String {
        switch id {
        case RunDesk.ownRegister: self["procedures.register.own"]
        case "identidad": self["procedures.register.identidad"]
        case "residencia": self["procedures.register.residencia"]
        case "focalizacion": self["procedures.register.focalizacion"]
        case "pensiones": self["procedures.register.pensiones"]
        case "pagos": self["procedures.register.pagos"]
        case "hogares": self["procedures.register.hogares"]
        case "familia": self["procedures.register.familia"]
        case "aportes": self["procedures.register.aportes"]
        case "cotizaciones": self["procedures.register.cotizaciones"]
        case "impuestos": self["procedures.register.impuestos"]
        case "salud": self["procedures.register.salud"]
        case "cesantia": self["procedures.register.cesantia"]
        case "cuentas": self["procedures.register.cuentas"]
        default: id
        }
    }
}
