import Civic
import Flows
import Markup
import Ports
import Web

/// What can be done here, and how each begins.
struct StartViews {
    let texts: Texts
    let view: RunViews

    func all(_ services: [Service]) -> Page {
        Page(
            title: texts["procedures.title"], summary: texts["procedures.lead"], path: "/tramites",
            main: """
                <div class="wide"><h1>\(texts["procedures.title"])</h1>
                <p class="lead">\(texts["procedures.lead"])</p>
                <p><a class="onward" href="\(texts.address("/tramites/seguir"))">\(texts["procedures.follow"])</a></p>
                \(view.offered(services, "/tramites"))</div>
                """)
    }

    /// `cost` is that of its sheet.
    func start(_ service: Service, cost: SheetCosts.Cost?) -> Page {
        Page(
            title: service.title.said(in: texts.language).text, summary: service.lead.said(in: texts.language).text,
            path: "/tramites/\(service.id)", trail: [Link(texts.address("/tramites"), texts["procedures.title"])],
            main: """
                <div class="wide"><h1>\(view.words(service.title))</h1>
                <p class="lead">\(view.words(service.lead))</p>
                \(facts(service, cost))
                \(Buttons.row([Buttons.link(Link(texts.address("/mi/tramites/nuevo/\(service.id)"), texts["procedures.begin"]))]))
                <p class="quiet">\(texts["procedures.begin.how"])</p>
                \(known(service))</div>
                """)
    }

    /// `before` is what the same person has of it already.
    func begin(_ service: Service, _ form: HTML, before: ProcedureRun?, cost: SheetCosts.Cost?) -> Page {
        Page(
            title: service.title.said(in: texts.language).text, trail: [Link(texts.address(view.root), texts[view.name])],
            main: """
                <div class="wide"><h1>\(view.words(service.title))</h1>
                <p class="lead">\(view.words(service.lead))</p>
                \(with: before, { run in
                    Alert.box(
                        .attention,
                        """
                        <p>\(texts(run.outcome == nil ? "procedures.start.underWay" : "procedures.start.granted", ["code": run.code.description]))</p>
                        <p><a class="onward" href="\(view.address(run))">\(texts["procedures.start.see"])</a></p>
                        """, texts: texts)
                })\
                \(facts(service, cost))
                \(when: !(before?.outcome == .granted && service.life?.isOnce == true), form)
                \(known(service))</div>
                """)
    }

    /// What it costs, where that is known, how long it takes and what to have at hand.
    private func facts(_ service: Service, _ cost: SheetCosts.Cost?) -> HTML {
        let papers = service.papersToBring.map { question -> HTML in
            "\(texts[question.when == nil ? "procedures.start.file" : "procedures.start.fileIf"]) \(view.words(question.text))<br>"
        }
        let costs = cost.map { cost in
            AnswerList.Row(
                texts["procedures.start.cost"],
                cost.isFree ? HTML(text: texts["procedures.start.free"]) : texts.content(cost.text))
        }
        return AnswerList.list(
            [costs].compactMap(\.self) + [
                AnswerList.Row(texts["procedures.start.time"], HTML(text: time(service))),
                AnswerList.Row(
                    texts["procedures.start.bring"], papers.isEmpty ? HTML(text: texts["procedures.start.nothing"]) : papers.joined()),
            ], texts: texts)
    }

    private func time(_ service: Service) -> String {
        if service.outcome.isImmediate { return texts["procedures.start.atOnce"] }
        guard let days = service.businessDays else { return texts["procedures.start.person"] }
        let isPerhaps = service.outcome.grantsByItself
        guard let longer = service.longer else {
            return texts(isPerhaps ? "procedures.start.perhaps" : "procedures.start.days", count: days)
        }
        return texts(isPerhaps ? "procedures.start.perhapsIn" : "procedures.start.in", count: days) + " "
            + texts("procedures.start.longer", count: longer)
    }

    /// Which registers will be asked, and by which law: said before it is done.
    private func known(_ service: Service) -> HTML {
        let facts = service.consulted
        guard !facts.isEmpty else { return HTML() }
        return """
            <h2>\(texts["procedures.known"])</h2>
            <p>\(texts["procedures.known.lead"])</p>
            <ul>
            \(each: facts, { fact in
                "<li>\(view.words(fact.name)) <span class=\"quiet\">\(texts.register(fact.register, of: service)), \(fact.basis)</span></li>\n"
            })</ul>
            """
    }
}
