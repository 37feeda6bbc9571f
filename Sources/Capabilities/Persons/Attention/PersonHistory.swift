import Civic
import Markup
import Ports
import Web

/// What is under way, and the contacts that somebody had, as far as whoever looks may know that they are there.
struct PersonHistory {
    let texts: Texts
    let entries: [Matters.Entry]
    var notes: [InteractionID: [String]] = [:]

    var html: HTML {
        let open = entries.filter(\.isOpen)
        return """
            <section aria-labelledby="pendientes"><h2 id="pendientes">\(texts["persons.open"])</h2>
            \(open.isEmpty ? "<p>\(texts["persons.open.none"])</p>\n" : list(open))</section>
            <section aria-labelledby="historia"><h2 id="historia">\(texts["persons.history"])</h2>
            \(entries.isEmpty ? "<p>\(texts["persons.history.none"])</p>\n" : table)</section>

            """
    }

    private func list(_ entries: [Matters.Entry]) -> HTML {
        "<ul>\(each: entries, { "<li>\(what($0)) (\(Day(of: $0.contact.at).numeric))</li>" })</ul>\n"
    }

    private var table: HTML {
        DataTable.framed(
            id: "contactos-previos", caption: texts["persons.history.caption"],
            columns: [
                .init(texts["persons.history.when"]), .init(texts["persons.history.what"]), .init(texts["persons.history.where"]),
                .init(texts["persons.history.result"]), .init(texts["persons.history.notes"]),
            ],
            rows: entries.prefix(30).map { entry in
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
        case .web: "persons.channel.web"
        case .kiosk: "persons.channel.kiosk"
        case .callCentre, .voiceMenu: "persons.channel.phone"
        case .branch: "persons.channel.branch"
        case .video: "persons.channel.video"
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
