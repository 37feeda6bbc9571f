import Civic
import Hummingbird
import Markup
import Storage
import Web

/// `/mesa/choques`: contacts that an institution reported under one name with two contents, for the auditor. The first one stands.
public struct ConflictPages: Sendable {
    private let pages: Pages
    private let reception: Reception
    private let database: Database
    private let store: ConflictStore
    private let contacts = InteractionDesk()
    private static let most = 200

    public init(_ pages: Pages, reception: Reception, database: Database, keyring: Keyring) {
        self.pages = pages
        self.reception = reception
        self.database = database
        store = ConflictStore(keyring: keyring)
    }

    public func mount(on router: PageRoutes) {
        router.get("/mesa/choques") { request, context in
            let attendant = try await reception.attendant(request, pages.texts)
            try attendant.actor.must(.readAudit)
            let (rows, firsts, codes) = try await database.write { transaction in
                try transaction.record(Event("contact.conflictsLooked"), by: attendant.actor)
                let rows = try store.newest(Self.most, transaction)
                let firsts = try rows.map { try contacts.contact($0.interaction, transaction) }
                return (rows, firsts, try CodeStore().all(transaction))
            }
            let names = RecordNames(codes, pages.texts)
            return pages.make(request, context, as: nil, page(zip(rows, firsts).map { cells($0, $1, names) })).unlisted
        }
    }

    private func page(_ rows: [[HTML]]) -> Page {
        let texts = pages.texts
        return Page(
            title: texts["conflicts.title"], path: "/mesa/choques", trail: [Link(texts.address("/mesa"), texts["desk.title"])],
            main: """
                <div class="wide"><h1>\(texts["conflicts.title"])</h1>
                <p class="lead">\(texts["conflicts.lead"])</p>
                \(rows.isEmpty ? "<p>\(texts["conflicts.none"])</p>" : table(rows))
                </div>
                """)
    }

    private func table(_ rows: [[HTML]]) -> HTML {
        let texts = pages.texts
        return DataTable.framed(
            id: "choques", caption: texts["conflicts.caption"],
            columns: [
                .init(texts["conflicts.when"]), .init(texts["conflicts.institution"]), .init(texts["conflicts.name"]),
                .init(texts["conflicts.first"]), .init(texts["conflicts.second"]),
            ], rows: rows, stacked: true)
    }

    private func cells(_ row: ConflictStore.Row, _ first: PastContact?, _ names: RecordNames) -> [HTML] {
        let stands = first.map { contact in
            [
                contact.at.rfc3339, names.name(contact.medium.rawValue, of: .medium), names.name(contact.channel.number, of: .channel),
                names.name(contact.modality.rawValue, of: .modality), names.name(contact.deed.number, of: .deed),
                names.name(contact.outcome.number, of: .outcome), contact.point.map { "point \($0)" },
                contact.product.map { "sheet \($0)" },
                contact.wait.map { "wait \($0) s" }, contact.duration.map { "duration \($0) s" },
            ].compactMap(\.self)
        }
        let second = row.second
        let told = [
            second.at, second.medium, second.channel, second.modality, second.act, second.outcome, second.point.map { "point \($0)" },
            second.product.map { "sheet \($0)" }, second.wait.map { "wait \($0) s" }, second.duration.map { "duration \($0) s" },
        ].compactMap(\.self)
        return [
            "\(Day(of: row.at).numeric) \(pages.texts.hour(row.at))", HTML(text: row.institution), "<code>\(row.name)</code>",
            "<code>\((stands ?? []).joined(separator: " · "))</code>", "<code>\(told.joined(separator: " · "))</code>",
        ]
    }
}
