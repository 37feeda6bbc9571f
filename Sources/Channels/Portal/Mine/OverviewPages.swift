import Civic
import Hummingbird
import Markup
import Ports
import Web

/// `/mi`: the first screen of a person's own place. Each capability hands over its panel; what has nothing to show is not there.
public struct OverviewPages: Sendable {
    private let place: OwnPlace
    private let records: OwnRecords
    private let panels: [MyPanel]

    public init(_ place: OwnPlace, records: OwnRecords, panels: [MyPanel]) {
        self.place = place
        self.records = records
        self.panels = panels.sorted { $0.place < $1.place }
    }

    public func mount(on router: PageRoutes) {
        router.get("/mi") { request, context in
            let caller = try await place.caller(request)
            return try await place.response(try await page(caller), for: caller, request, context)
        }
    }

    /// One disclosure for the whole screen: the name and what the panels need.
    private func page(_ caller: Caller) async throws -> Page {
        let texts = place.pages.texts
        let fields = panels.reduce(into: Set<PersonalField>([.name])) { $0.formUnion($1.fields) }
        let disclosure = try await records.open(fields, of: caller, for: "trace.purpose.ownOverview")
        let person = try await records.person(caller)
        let name = try person.name.flatMap { PersonName(opened: try disclosure.open($0)) }
        var shown: [HTML] = []
        for panel in panels {
            if let html = try await panel.html(caller.person, disclosure, texts) { shown.append(html) }
        }
        return Page(
            title: texts["mine.title"], path: "/mi",
            main: """
                <div class="wide"><h1>\(name.map { texts("mine.hello", ["name": $0.shown]) } ?? texts["mine.title"])</h1>
                <p class="lead">\(texts["mine.lead"])</p>
                \(when: shown.isEmpty, EmptyState.box(
                    texts["mine.start"],
                    "<p>\(texts["mine.start.text"])</p>\n<p><a class=\"button\" href=\"\(texts.address("/temas"))\">\(texts["mine.start.button"])</a></p>"))\
                \(each: shown, { $0 })\(ways(texts))</div>
                """)
    }

    private func ways(_ texts: Texts) -> HTML {
        Card.list([
            (Link(texts.address("/mi/datos"), texts["mine.data.title"]), texts["mine.data.about"]),
            (Link(texts.address("/mi/quien-vio"), texts["trace.title"]), texts["trace.about"]),
            (Link(texts.address("/mi/avisos"), texts["notices.title"]), texts["mine.notices.about"]),
            (Link(texts.address("/mi/derechos"), texts["myRights.link"]), texts["mine.rights.about"]),
            (Link(texts.address("/mi/representacion"), texts["mandate.title"]), texts["mine.mandates.about"]),
            (Link(texts.address("/mi/sesiones"), texts["sessions.title"]), texts["mine.sessions.about"]),
        ])
    }
}
