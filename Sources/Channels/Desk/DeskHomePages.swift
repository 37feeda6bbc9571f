import Civic
import Hummingbird
import Markup
import Ports
import Web

/// `/mesa`: the first screen of the staff.
public struct DeskHomePages: Sendable {
    private let pages: Pages
    private let reception: Reception
    private let panels: [DeskPanel]
    private let who: DeskSelf
    private let stations: AgentStations
    private let news: [DeskNews]
    private let clock: Clock
    /// For whoever was never at a place: so many days back, in milliseconds.
    private static let firstLook: Int64 = 7 * 86_400_000

    public init(
        _ pages: Pages, reception: Reception, panels: [DeskPanel], who: DeskSelf, stations: AgentStations, news: [DeskNews], clock: Clock
    ) {
        self.pages = pages
        self.reception = reception
        self.panels = panels
        self.who = who
        self.stations = stations
        self.news = news
        self.clock = clock
    }

    public func mount(on router: PageRoutes) {
        router.get("/mesa") { request, context in
            let attendant = try await reception.attendant(request, pages.texts)
            return pages.make(request, context, as: nil, try await page(attendant)).unlisted
        }
    }

    private func page(_ attendant: Attendant) async throws -> Page {
        let texts = pages.texts
        var groups: [HTML] = []
        for group in DeskPanel.Group.allCases {
            let panels = panels.filter { $0.group == group && attendant.actor.maySomewhere($0.permission) }
            if !panels.isEmpty { groups.append(try await cards(panels.sorted { $0.place < $1.place }, of: group, attendant)) }
        }
        return Page(
            title: texts["desk.title"], path: "/mesa",
            main: """
                <div class="wide"><h1>\(texts["desk.title"])</h1>
                \(with: try await who.of(attendant.staff), { greeting($0) })\
                \(try await changes(attendant))\
                \(when: groups.isEmpty, "<p>\(texts["desk.empty"])</p>\n")\
                \(each: groups, { "\($0)" })</div>
                """)
    }

    private func cards(_ panels: [DeskPanel], of group: DeskPanel.Group, _ attendant: Attendant) async throws -> HTML {
        let texts = pages.texts
        var cards: [HTML] = []
        for panel in panels {
            let waiting = try await panel.waiting(attendant.actor)
            cards.append(
                """
                <li><h3><a href="\(texts.address(panel.path))">\(texts[panel.title])</a></h3><p>\(texts[panel.summary])</p>
                \(when: waiting > 0, "<p><strong>\(texts("desk.waiting", count: waiting))</strong></p>\n")</li>

                """)
        }
        return """
            <section aria-labelledby="grupo-\(group.rawValue)"><h2 id="grupo-\(group.rawValue)">\(texts[Self.title(group)])</h2>
            <ul class="cards">
            \(each: cards, { "\($0)" })</ul></section>

            """
    }

    private static func title(_ group: DeskPanel.Group) -> TextKey {
        switch group {
        case .attending: "desk.group.attending"
        case .overseeing: "desk.group.overseeing"
        case .records: "desk.group.records"
        case .content: "desk.group.content"
        case .control: "desk.group.control"
        case .system: "desk.group.system"
        }
    }

    private func greeting(_ who: DeskSelf.Reading) -> HTML {
        let place = [who.post, who.institution, who.point].compactMap(\.self).joined(separator: " · ")
        return """
            <p class="lead"><strong>\(who.name)</strong><br>\(place)</p>

            """
    }

    /// What changed since they were last here, before anything else.
    private func changes(_ attendant: Attendant) async throws -> HTML {
        let texts = pages.texts
        let left = try await stations.left(attendant.staff)
        let since = left ?? Instant(milliseconds: clock.now.milliseconds - Self.firstLook)
        var items: [DeskNews.Item] = []
        for source in news { items += try await source.since(since, attendant.actor, texts) }
        let title =
            left.map { texts("desk.news.since", ["moment": "\(texts.short(Day(of: $0))), \(texts.hour($0))"]) } ?? texts["desk.news.week"]
        return """
            <section aria-labelledby="novedades"><h2 id="novedades">\(title)</h2>
            \(when: items.isEmpty, "<p>\(texts["desk.news.none"])</p>\n")\
            \(when: !items.isEmpty, "<ul>\n\(each: items, { "<li><a href=\"\(texts.address($0.path))\">\($0.words)</a></li>\n" })</ul>\n")</section>

            """
    }
}
