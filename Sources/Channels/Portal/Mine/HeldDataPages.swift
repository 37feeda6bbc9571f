import Civic
import Hummingbird
import Markup
import Ports
import Web

/// `/mi/datos`: what the State holds about the person here, from whom, since when and what for.
public struct HeldDataPages: Sendable {
    private let place: OwnPlace
    private let records: OwnRecords
    private let held: [HeldData]

    /// `held` in the order in which it is shown.
    public init(_ place: OwnPlace, records: OwnRecords, held: [HeldData]) {
        self.place = place
        self.records = records
        self.held = held
    }

    public func mount(on router: PageRoutes) {
        router.get("/mi/datos") { request, context in
            let caller = try await place.caller(request)
            return try await place.response(try await page(caller), for: caller, request, context)
        }
    }

    /// One disclosure with all that the parts need.
    private func page(_ caller: Caller) async throws -> Page {
        let texts = place.pages.texts
        let fields = held.reduce(into: Set<PersonalField>()) { $0.formUnion($1.fields) }
        let disclosure = try await records.open(fields, of: caller, for: "trace.purpose.ownData")
        var parts: [(title: String, name: String, items: [HeldData.Item])] = []
        for each in held {
            let items = try await each.items(caller.person, disclosure, texts)
            if !items.isEmpty { parts.append((texts[each.title], each.name, items)) }
        }
        return Page(
            title: texts["mine.data.title"], path: "/mi/datos",
            main: """
                <div class="wide"><h1>\(texts["mine.data.title"])</h1>
                <p class="lead">\(texts["mine.data.lead"])</p>
                \(ways(texts))
                \(when: parts.isEmpty, EmptyState.box(texts["mine.data.none"], "<p>\(texts["mine.data.none.text"])</p>"))\
                \(each: parts, { "<h2>\($0.title)</h2>\n\(table($0.title, $0.name, $0.items, texts))\n" })\
                <p class="quiet">\(texts["mine.data.why"])</p></div>
                """)
    }

    private func ways(_ texts: Texts) -> HTML {
        Card.list([
            (Link(texts.address("/mi/datos/contactos"), texts["contacts.title"]), texts["contacts.about"]),
            (Link(texts.address("/mi/datos/preferencias"), texts["preferences.title"]), texts["preferences.about"]),
        ])
    }

    private func table(_ title: String, _ name: String, _ items: [HeldData.Item], _ texts: Texts) -> HTML {
        DataTable.framed(
            id: "parte-\(name)", caption: title,
            columns: [
                DataTable.Column(texts["mine.data.what"]), DataTable.Column(texts["mine.data.value"]),
                DataTable.Column(texts["mine.data.source"]), DataTable.Column(texts["mine.data.since"]),
                DataTable.Column(texts["mine.data.use"]),
            ],
            rows: items.map { item in
                [item.label, item.value, item.source, item.since.map { texts.short(Day(of: $0)) } ?? "", item.use ?? ""].map {
                    HTML(text: $0)
                }
            }, stacked: true, isTitled: true)
    }
}
