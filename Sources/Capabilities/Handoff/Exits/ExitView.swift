import Civic
import Markup
import Ports
import Web

/// The last page of the house before another one.
struct ExitView {
    let texts: Texts
    let link: OutsideLinks.Link
    let state: LinkState
    let code: ReturnCode?
    let today: Day

    private var host: String { WebAddress(link.address)?.host ?? "" }

    var page: Page {
        Page(
            title: texts("handoff.exit.titled", ["sheet": link.title, "host": host]), path: "/salida/\(link.sheet)",
            trail: [Link(texts.address("/temas"), texts["topics.title"]), Link(texts.address(link.path), link.title)],
            main: """
                <div class="wide">
                <p class="kind">\(texts.content(link.institutionName))</p>
                <h1>\(texts("handoff.exit.title", ["host": host]))</h1>
                <p class="lead">\(texts["handoff.exit.lead"])</p>
                \(with: condition, { "\($0)\n" })\
                <h2>\(texts["handoff.exit.sheet"])</h2>
                <p\(texts.lang())>\(link.title)</p>
                \(when: !link.atHand.isEmpty, atHand)\
                \(with: code, ticket)\
                <p><a class="button" href="\(link.address)" rel="external noopener">\(texts("handoff.exit.go", ["host": host]))</a></p>
                <p class="quiet">\(texts["handoff.exit.ours"])</p>
                <p><a href="\(texts.address(link.path))">\(texts["handoff.exit.stay"])</a></p>
                </div>
                """)
    }

    private var atHand: HTML {
        """
        <h2>\(texts["handoff.exit.atHand"])</h2>
        <ul class="checks"\(texts.lang())>
        \(each: link.atHand, { "<li>\($0)</li>\n" })</ul>

        """
    }

    private func ticket(_ code: ReturnCode) -> HTML {
        """
        <h2>\(texts["handoff.exit.code"])</h2>
        <p><strong class="folio">\(code.description)</strong></p>
        <p>\(texts["handoff.exit.code.use"]) <a href="\(texts.address("/volver"))">\(texts["handoff.return.title"])</a>. \(texts["handoff.exit.code.nobody"])</p>

        """
    }

    /// Said only of an address that was visited.
    private var condition: HTML? {
        switch state {
        case .unknown: nil
        case .answered(let at, let movedTo):
            Alert.box(
                .done,
                """
                <p>\(texts("handoff.state.answered", ["when": texts.moment(at, today: today)]))</p>
                \(with: movedTo, { "<p>\(texts("handoff.state.moved", ["host": $0]))</p>\n" })
                """, texts: texts)
        case .declined(let at):
            Alert.box(.info, "<p>\(texts("handoff.state.declined", ["when": texts.moment(at, today: today)]))</p>", texts: texts)
        case .broken(let since, let kind):
            Alert.box(
                .attention,
                """
                <p>\(texts("handoff.state.broken", ["since": texts.since(since, today: today), "how": texts[kind.words]]))</p>
                <ul>
                \(when: link.hasOtherWays, "<li><a href=\"\(texts.address(link.path))\">\(texts["handoff.way.sheet"])</a></li>\n")\
                <li><a href="tel:101">\(texts["handoff.way.phone"])</a></li>
                <li><a href="\(texts.address("/lugares"))">\(texts["handoff.way.places"])</a></li>
                </ul>
                """, texts: texts)
        }
    }
}

extension Texts {
    /// `hoy a las 6:10`, `ayer a las 6:10`, `el 20 de noviembre de 2026 a las 6:10`.
    func moment(_ at: Instant, today: Day) -> String {
        let (day, hour) = (Day(of: at), hour(at))
        switch today.number - day.number {
        case 0: return self("handoff.time.today", ["hour": hour])
        case 1: return self("handoff.time.yesterday", ["hour": hour])
        default: return self("handoff.time.day", ["day": short(day), "hour": hour])
        }
    }

    /// `desde hoy`, `desde ayer`, `desde el 20 de noviembre de 2026`.
    func since(_ day: Day, today: Day) -> String {
        switch today.number - day.number {
        case 0: self["handoff.since.today"]
        case 1: self["handoff.since.yesterday"]
        default: self("handoff.since.day", ["day": short(day)])
        }
    }
}
