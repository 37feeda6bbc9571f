import Civic
import Markup
import Ports
import Web

/// The officer's tray as pages.
struct TrayViews {
    let texts: Texts
    let today: Day

    private var clock: ClockWords { ClockWords(texts: texts, today: today) }
    private var rights: MyRightsViews { MyRightsViews(texts: texts, today: today) }
    private var trail: [Link] { [Link(texts.address("/mesa"), texts["desk.title"])] }

    func tray(_ waiting: [RightsRequest], mine: Set<Int64>) -> Page {
        Page(
            title: texts["rightsDesk.title"], path: "/mesa/derechos", trail: trail,
            main: """
                <div class="wide">
                <h1>\(texts["rightsDesk.title"])</h1>
                <p class="lead">\(texts["rightsDesk.lead"])</p>
                \(waiting.isEmpty ? EmptyState.box(texts["rightsDesk.none"], "<p>\(texts["rightsDesk.none.next"])</p>") : table(waiting, mine))
                </div>
                """)
    }

    private func table(_ waiting: [RightsRequest], _ mine: Set<Int64>) -> HTML {
        DataTable.framed(
            id: "solicitudes", caption: texts("rightsDesk.caption", count: waiting.count),
            columns: [
                .init(texts["rightsDesk.code"]), .init(texts["rightsDesk.what"]), .init(texts["rightsDesk.clock"]),
                .init(texts["rightsDesk.received"]), .init(texts["rightsDesk.whose"]),
            ],
            rows: waiting.map { request in
                [
                    "<a href=\"\(texts.address("/mesa/derechos/\(request.code.plain)"))\">\(request.code.description)</a>",
                    HTML(text: texts[request.right.title]), "\(clock.tag(request)) \(clock.sentence(request))",
                    HTML(text: texts.short(Day(of: request.filed))),
                    HTML(text: texts[mine.contains(request.id) ? "rightsDesk.mine" : "rightsDesk.free"]),
                ]
            }, stacked: true)
    }

    func closed(_ request: RightsRequest, _ decisions: [PurposeDecision], _ register: ProcessingRegister, taking: HTML) -> Page {
        frame(
            request,
            request.answered != nil
                ? "<p>\(texts["rightsDesk.closed.answered"])</p>\n"
                : "<p class=\"lead\">\(texts["rightsDesk.closed"])</p>\n\(taking)")
    }

    func page(
        _ opened: OpenedRequest, named name: String?, askedBy representative: String?, about look: [AnswerList.Row],
        _ register: ProcessingRegister, answering: HTML,
        extending: HTML?
    ) -> Page {
        let request = opened.request
        let obliged = register.activities.filter { $0.obligation != nil && request.right == .erasure }
        return frame(
            request,
            """
            \(AnswerList.list([
                .init(texts["rightsDesk.person"], HTML(text: name ?? texts["rightsDesk.person.unknown"])),
                representative.map { .init(texts["rightsDesk.askedBy"], HTML(text: $0)) },
                .init(texts["rightsDesk.identity"], HTML(text: texts[request.isShown ? "rightsDesk.identity.shown" : "rightsDesk.identity.said"])),
            ].compactMap(\.self), texts: texts))
            \(when: !look.isEmpty, "<h2>\(texts["rightsDesk.asked"])</h2>\n\(AnswerList.list(look, texts: texts))\n")\
            <h2>\(texts["rightsDesk.said"])</h2>
            \(opened.words.map(rights.paragraphs) ?? "<p>\(texts["rightsDesk.said.nothing"])</p>\n")\
            \(with: opened.extensionReason, { "<h2>\(texts["myRights.extended"])</h2>\n\(rights.paragraphs($0))" })\
            <h2>\(texts["rightsDesk.answer.title"])</h2>
            \(when: !obliged.isEmpty, "<p>\(texts["rightsDesk.obliged"])</p>\n<ul>\(each: obliged, { "<li\(texts.lang())>\($0.name): \($0.obligation)</li>\n" })</ul>\n")\
            \(answering)
            \(with: extending, { "<details><summary>\(texts["rightsDesk.extend"])</summary>\n<p>\(texts["rightsDesk.extend.text"])</p>\n\($0)</details>\n" })
            """)
    }

    private func frame(_ request: RightsRequest, _ content: HTML) -> Page {
        let title = texts("rightsDesk.request", ["what": texts[request.right.title], "code": request.code.description])
        return Page(
            title: title, trail: trail + [Link(texts.address("/mesa/derechos"), texts["rightsDesk.title"])],
            main: """
                <div class="wide">
                <h1>\(title)</h1>
                <p>\(clock.tag(request)) \(clock.sentence(request))</p>
                \(content)
                </div>
                """)
    }
}
