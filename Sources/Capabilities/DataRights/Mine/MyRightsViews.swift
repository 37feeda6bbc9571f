import Civic
import Markup
import Ports
import Web

/// A person's own requests as pages.
struct MyRightsViews {
    static let confirming = Form("my-right-confirm", [])
    static let keeping = Form("my-right-keep", [])
    static let lifting = Form("my-right-lift", [])
    static let complaining = Form("my-right-complain", [])

    let texts: Texts
    let today: Day

    private var clock: ClockWords { ClockWords(texts: texts, today: today) }
    private var trail: [Link] { [Link(texts.address("/mi"), texts["myRights.mine"])] }

    func list(_ requests: [RightsRequest], resting: [String], _ register: ProcessingRegister) -> Page {
        Page(
            title: texts["myRights.title"], path: "/mi/derechos", trail: trail,
            main: """
                <div class="wide">
                <h1>\(texts["myRights.title"])</h1>
                <p class="lead">\(texts["myRights.lead"])</p>
                <h2>\(texts["myRights.copy.title"])</h2>
                <p>\(texts["myRights.copy.text"])</p>
                \(Buttons.row([
                    Buttons.link(Link(texts.address("/mi/derechos/copia"), texts["myRights.copy.see"])),
                    Buttons.link(Link(texts.address("/mi/derechos/copia.json"), texts["myRights.copy.file"]), .second),
                ]))
                <h2>\(texts["myRights.ask"])</h2>
                <ul class="ways">
                \(each: Right.askable, { right in
                    "<li><a href=\"\(texts.address("/mi/derechos/nueva"))?derecho=\(right.rawValue)\">\(texts[right.title])</a><span class=\"quiet\"> \(texts[right.hint])</span></li>\n"
                })</ul>
                \(when: !resting.isEmpty, "<h2>\(texts["myRights.resting"])</h2>\n<ul>\(each: resting, { "<li>\(name($0, register))</li>\n" })</ul>\n")\
                <h2>\(texts["myRights.asked"])</h2>
                \(requests.isEmpty ? "<p>\(texts["myRights.none"])</p>" : rows(requests))
                <p><a class="onward" href="\(texts.address("/mi/derechos/consentimientos"))">\(texts["consents.title"])</a></p>
                <p><a class="onward" href="\(texts.address("/privacidad"))">\(texts["privacy.title"])</a></p>
                </div>
                """)
    }

    /// Requests with their clocks, for the list and for the panel.
    func rows(_ requests: [RightsRequest]) -> HTML {
        """
        <ul class="cards">
        \(each: requests, { request in
            """
            <li><h3><a href="\(texts.address("/mi/derechos/\(request.code.plain)"))">\(texts[request.right.title])</a></h3>
            <p>\(clock.tag(request)) \(clock.sentence(request))</p>
            <p class="quiet">\(texts("myRights.filed", ["day": texts.short(Day(of: request.filed)), "code": request.code.description]))</p></li>

            """
        })</ul>
        """
    }

    func form(_ form: HTML) -> Page {
        Page(
            title: texts["myRights.new"], path: "/mi/derechos/nueva",
            trail: trail + [Link(texts.address("/mi/derechos"), texts["myRights.title"])],
            main: """
                <div class="wide">
                <h1>\(texts["myRights.new"])</h1>
                <p class="lead">\(texts["myRights.new.lead"])</p>
                \(form)
                </div>
                """)
    }

    func page(
        _ opened: OpenedRequest, _ register: ProcessingRegister, keeping: HTML?, confirming: HTML?, lifting: HTML?, complaining: HTML?
    ) -> Page {
        let request = opened.request
        return Page(
            title: texts[request.right.title], trail: trail + [Link(texts.address("/mi/derechos"), texts["myRights.title"])],
            main: """
                <div class="wide">
                \(Confirmation.box(
                    texts[request.right.title], folio: request.code.description,
                    "<p>\(clock.tag(request)) \(clock.sentence(request))</p>\n<p>\(texts("myRights.filed.on", ["day": texts.long(Day(of: request.filed)), "hour": texts.hour(request.filed)]))</p>",
                    texts: texts))
                \(late(request, complaining))\
                \(with: confirming, { "<h2>\(texts["myRights.confirm.title"])</h2>\n<p>\(texts["myRights.confirm.text"])</p>\n\($0)" })\
                \(with: opened.answer, { "<h2>\(texts["myRights.answer"])</h2>\n\(paragraphs($0))\n\(decisions(opened, register))" })\
                \(with: request.erases, { "<p class=\"notice\">\(texts("myRights.erases", ["day": texts.short($0)]))</p>\n\(keeping)" })\
                \(with: opened.extensionReason, { "<h2>\(texts["myRights.extended"])</h2>\n\(paragraphs($0))" })\
                \(with: opened.words, { "<h2>\(texts["myRights.said"])</h2>\n\(paragraphs($0))" })\
                \(when: !request.purposes.isEmpty, "<h2>\(texts["myRights.for"])</h2>\n<ul>\(each: request.purposes, { "<li>\(name($0, register))</li>\n" })</ul>\n")\
                \(with: lifting, { "<h2>\(texts["myRights.lift.title"])</h2>\n<p>\(texts["myRights.lift.text"])</p>\n\($0)" })\
                <p class="quiet">\(texts["myRights.disagree"])</p>
                <p><a class="onward" href="\(texts.address("/mi/derechos"))">\(texts["myRights.title"])</a></p>
                </div>
                """)
    }

    /// A term that passed decides nothing: what the person can do now.
    private func late(_ request: RightsRequest, _ complaining: HTML?) -> HTML {
        guard case .late = request.standing(on: today) else { return HTML() }
        let said = request.complained.map { moment in
            texts("myRights.late.said", ["day": texts.long(Day(of: moment)), "hour": texts.hour(moment), "code": request.code.description])
        }
        return """
            <section aria-labelledby="atraso"><h2 id="atraso">\(texts["myRights.late.title"])</h2>
            <p>\(texts["myRights.late.text"])</p>
            \(with: said, { "<p class=\"notice\">\($0)</p>\n" })\
            \(with: said == nil ? complaining : nil, { $0 })\
            <p>\(texts["myRights.late.agency"])</p></section>

            """
    }

    func decisions(_ opened: OpenedRequest, _ register: ProcessingRegister) -> HTML {
        if opened.decisions.isEmpty { return HTML() }
        return """
            <dl class="answers">
            \(each: opened.decisions, { each in
                """
                <div><dt>\(name(each.purpose, register))</dt><dd>\(texts[each.verdict.words])\
                \(with: each.article, { " <span class=\"quiet\"\(texts.lang())>\($0)</span>" })</dd></div>

                """
            })</dl>

            """
    }

    /// An activity's name, in the language of the catalogue.
    func name(_ purpose: String, _ register: ProcessingRegister) -> HTML {
        if purpose == BlockStore.everything { return HTML(text: texts["myRights.everything"]) }
        return "<span\(texts.lang())>\(register.activity(purpose)?.name ?? purpose)</span>"
    }

    func paragraphs(_ words: String) -> HTML {
        words.split(separator: "\n", omittingEmptySubsequences: true).map { "<p>\(String($0))</p>\n" as HTML }.joined()
    }
}
