import Civic
import Markup

/// What changed, as RSS 2.0 (RSS Advisory Board), the newest first.
struct ChangeFeed {
    let words: OpenWords
    let changes: [Change]

    /// A reader comes by each day: what is older stands on the page.
    static let most = 200

    var document: [UInt8] {
        let channel = XML(
            "channel", [:],
            [
                XML("title", text: words.texts["changes.feed.title"]), XML("link", text: words.address("/cambios")),
                XML("description", text: words.texts["changes.lead"]), XML("language", text: "es-cl"),
                XML("atom:link", ["rel": "self", "type": "application/rss+xml", "href": words.address("/cambios.xml")]),
                changes.first.map { XML("lastBuildDate", text: Self.moment($0.day)) },
            ])
        return XML(
            "rss", ["version": "2.0", "xmlns:atom": "http://www.w3.org/2005/Atom"],
            [
                channel.with(changes.prefix(Self.most).map(item))
            ]
        ).document
    }

    private func item(_ change: Change) -> XML {
        let sentence = change.sentence(words.texts)
        return XML(
            "item", [:],
            [
                XML("title", text: change.isAmount ? "\(change.title): \(sentence)" : change.title),
                XML("link", text: words.address(change.path)),
                XML("guid", ["isPermaLink": "false"], text: words.address("/cambios#") + change.name),
                XML("pubDate", text: Self.moment(change.day)),
                XML("description", text: change.isAmount ? sentence : "\(sentence) \(change.summary)"),
            ])
    }

    /// `Mon, 23 Nov 2026 00:00:00 -0300` (RFC 822 as RFC 1123 mends it).
    static func moment(_ day: Day) -> String {
        let hours = -ChileanTime.offsetHours(at: ChileanTime.instant(of: day, hour: 0))
        let number = day.day < 10 ? "0\(day.day)" : "\(day.day)"
        return "\(weekdays[day.weekday - 1]), \(number) \(months[day.month - 1]) \(day.year) 00:00:00 -0\(hours)00"
    }

    private static let weekdays = ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"]
    private static let months = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"]
}
