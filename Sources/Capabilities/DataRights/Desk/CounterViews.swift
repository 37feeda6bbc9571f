import Civic
import Markup
import Web

/// Filing at a counter as pages.
struct CounterViews {
    let texts: Texts
    let today: Day

    private var trail: [Link] { [Link(texts.address("/mesa"), texts["desk.title"])] }

    func page(_ form: HTML, isWithin: Bool) -> Page {
        Page(
            title: texts["rightsDesk.new"], path: "/mesa/derechos/nueva", trail: trail,
            main: """
                <div class="wide">
                <h1>\(texts["rightsDesk.new"])</h1>
                <p class="lead">\(texts["rightsDesk.new.lead"])</p>
                <p class="notice">\(texts[isWithin ? "rightsDesk.new.within" : "rightsDesk.new.alone"])</p>
                \(form)
                </div>
                """)
    }

    /// For the person: code, day and clock, and nothing of who they are.
    func receipt(_ request: RightsRequest) -> Page {
        let clock = ClockWords(texts: texts, today: today)
        return Page(
            title: texts["rightsDesk.receipt"], trail: trail + [Link(texts.address("/mesa/derechos/nueva"), texts["rightsDesk.new"])],
            main: """
                <div class="wide">
                \(Confirmation.box(
                    texts["rightsDesk.receipt"], folio: request.code.description,
                    "<p>\(texts[request.right.title])</p>\n<p>\(texts("myRights.filed.on", ["day": texts.long(Day(of: request.filed)), "hour": texts.hour(request.filed)]))</p>\n<p>\(clock.sentence(request))</p>",
                    texts: texts))
                <p>\(texts["rightsDesk.receipt.next"])</p>
                \(when: !request.isShown, "<p class=\"notice\">\(texts["rightsDesk.receipt.identity"])</p>\n")\
                <p><a class="onward" href="\(texts.address("/mesa/derechos/nueva"))">\(texts["rightsDesk.new"])</a></p>
                </div>
                """)
    }
}
