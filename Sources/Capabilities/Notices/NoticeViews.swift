import Civic
import Markup
import Ports
import Web

/// Notices as the person reads them.
struct NoticeViews {
    let texts: Texts

    /// `more` is the address of the older ones; `form` marks all as seen.
    func list(_ notices: [OpenNotice], more: String?, form: HTML?) -> Page {
        Page(
            title: texts["notices.title"], path: "/mi/avisos",
            main: """
                <div class="wide"><h1>\(texts["notices.title"])</h1>
                <p class="lead">\(texts["notices.courtesy"])</p>
                \(when: notices.isEmpty, EmptyState.box(texts["notices.none"], "<p>\(texts["notices.none.text"])</p>"))\
                \(when: !notices.isEmpty, "<ul class=\"sheets\">\n\(each: notices, row)</ul>\n")\
                \(with: more, { "<p><a class=\"onward\" rel=\"next\" href=\"\($0)\">\(texts["notices.older"])</a></p>\n" })\(form)</div>
                """)
    }

    func one(_ notice: OpenNotice) -> Page {
        Page(
            title: texts["notices.one"],
            trail: [Link(texts.address("/mi"), texts["mine.title"]), Link(texts.address("/mi/avisos"), texts["notices.title"])],
            main: """
                <div class="wide"><h1>\(texts["notices.one"])</h1>
                <p class="kind">\(moment(notice.at))</p>
                <p class="lead">\(notice.text)</p>
                <p class="quiet">\(texts["notices.courtesy"])</p>
                \(Buttons.row([
                    notice.path.map { Buttons.link(Link(texts.address($0), texts["notices.more"])) },
                    Buttons.link(Link(texts.address("/mi/avisos"), texts["notices.all"]), .second),
                ].compactMap(\.self)))
                </div>
                """)
    }

    /// For the first screen: how many are new, and the last of them.
    func panel(unread: Int, last: OpenNotice?) -> HTML {
        """
        <section aria-labelledby="avisos"><h2 id="avisos">\(texts["notices.title"])</h2>
        <p>\(texts("notices.unread", count: unread))</p>
        \(with: last, { "<ul class=\"sheets\">\n\(row($0))</ul>\n" })\
        <p><a class="onward" href="\(texts.address("/mi/avisos"))">\(texts["notices.all"])</a></p></section>

        """
    }

    private func row(_ notice: OpenNotice) -> HTML {
        """
        <li><a href="\(texts.address("/mi/avisos/\(notice.id)"))">\(notice.text)</a>
        <p>\(when: notice.isNew, "\(Tag.label(texts["notices.new"], .info)) ")\(moment(notice.at))</p></li>

        """
    }

    private func moment(_ instant: Instant) -> String {
        texts("status.moment", ["day": texts.long(Day(of: instant)), "hour": texts.hour(instant)])
    }
}
