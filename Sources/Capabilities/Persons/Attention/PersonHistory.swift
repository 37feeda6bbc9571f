import Civic
import Markup
import Ports
import Web

/// What is under way, and the contacts that somebody had, as far as whoever looks may know that they are there.
struct PersonHistory {
    let texts: Texts
    let entries: [Matters.Entry]
    var notes: [InteractionID: [String]] = [:]
    var filter = HistoryFilter()
    /// The page that it stands in; nil where nothing can be chosen.
    var path: String?

    var html: HTML {
        let open = entries.filter(\.isOpen)
        return """
            <section aria-labelledby="pendientes"><h2 id="pendientes">\(texts["persons.open"])</h2>
            \(open.isEmpty ? "<p>\(texts["persons.open.none"])</p>\n" : list(open))</section>
            <section aria-labelledby="historia"><h2 id="historia">\(texts["persons.history"])</h2>
            \(entries.isEmpty ? "<p>\(texts["persons.history.none"])</p>\n" : shown)</section>

            """
    }

    private func list(_ entries: [Matters.Entry]) -> HTML {
        "<ul>\(each: entries, { "<li>\(what($0)) (\(Day(of: $0.contact.at).numeric))</li>" })</ul>\n"
    }

    private var shown: HTML { "\(choices)\(table)\(further)" }

    private var taken: [Matters.Entry] { entries.filter(filter.takes) }

    /// All, those that wait, and each channel through which they came, with how many.
    private var choices: HTML {
        guard path != nil else { return HTML() }
        let channels = Dictionary(grouping: entries, by: \.contact.channel).sorted { $0.key.number < $1.key.number }
        let waiting = entries.count(where: \.isOpen)
        let ways: [(HistoryFilter, String, Int)] =
            [(HistoryFilter(), texts["persons.history.all"], entries.count)]
            + (waiting > 0 ? [(HistoryFilter(isOpenAlone: true), texts["persons.history.open"], waiting)] : [])
            + channels.map { (HistoryFilter(channel: $0.key), texts[Self.word($0.key)], $0.value.count) }
        return "<ul class=\"plain\">\(each: ways, { "<li>\(choice($0.0, "\($0.1) (\($0.2))"))</li>\n" })</ul>\n"
    }

    private func choice(_ other: HistoryFilter, _ words: String) -> HTML {
        let isChosen = other.channel == filter.channel && other.isOpenAlone == filter.isOpenAlone
        return "<a href=\"\(address(other))\"\(Attribute("aria-current", isChosen ? "true" : nil))>\(words)</a>"
    }

    /// The next page of those that are older.
    private var further: HTML {
        let left = taken.count - filter.from - HistoryFilter.page
        guard left > 0, path != nil else { return HTML() }
        var next = filter
        next.from += HistoryFilter.page
        return "<p><a href=\"\(address(next))\">\(texts("persons.history.older", count: left))</a></p>\n"
    }

    private func address(_ filter: HistoryFilter) -> String { texts.address("\(path ?? "")\(filter.query)") + "#historia" }

    private var table: HTML {
        DataTable.framed(
            id: "contactos-previos", caption: texts["persons.history.caption"],
            columns: [
                .init(texts["persons.history.when"]), .init(texts["persons.history.what"]), .init(texts["persons.history.where"]),
                .init(texts["persons.history.result"]), .init(texts["persons.history.notes"]),
            ],
            rows: taken.dropFirst(filter.from).prefix(HistoryFilter.page).map { entry in
                [
                    "\(Day(of: entry.contact.at).numeric) \(texts.hour(entry.contact.at))", what(entry),
                    "\(texts[Self.word(entry.contact.channel)])", "\(texts[outcome(entry.contact.outcome)])",
                    "\(each: notes[entry.contact.id] ?? [], { "<p>\($0)</p>" })",
                ]
            }, stacked: true)
    }

    private func what(_ entry: Matters.Entry) -> HTML {
        entry.product.map { "<span\(texts.lang())>\($0.title)</span>" } ?? "\(texts["persons.history.information"])"
    }

    static func word(_ channel: Channel) -> TextKey {
        switch channel {
        case .web: "spine.channel.web"
        case .kiosk: "spine.channel.kiosk"
        case .voiceMenu: "spine.channel.voiceMenu"
        case .callCentre: "spine.channel.callCentre"
        case .branch: "spine.channel.branch"
        case .video: "spine.channel.video"
        case .socialNetworks: "spine.channel.socialNetworks"
        case .chat: "spine.channel.chat"
        case .mobileOffice: "spine.channel.mobileOffice"
        case .municipalPoint: "spine.channel.municipalPoint"
        case .api: "spine.channel.api"
        default: "persons.channel.other"
        }
    }

    private func outcome(_ outcome: Outcome) -> TextKey {
        switch outcome {
        case .resolved: "persons.outcome.resolved"
        case .referred: "persons.outcome.referred"
        case .pending: "persons.outcome.pending"
        case .abandoned: "persons.outcome.abandoned"
        default: "persons.outcome.unknown"
        }
    }
}
