import Civic
import Flows
import HTTPTypes
import Markup
import Web

/// What whoever follows an old link is told: since when, why, that nothing under way is lost, and where to go on.
extension StartViews {
    /// `sheet` is where the catalogue tells of it.
    func retired(_ retired: ServiceRetired, sheet: String?) -> Page {
        let (service, retirement) = (retired.service, retired.retirement)
        return Page(
            title: service.title.said(in: texts.language).text, trail: [Link(texts.address(root), texts[name])], status: .gone,
            main: """
                <div class="wide"><h1>\(view.words(service.title))</h1>
                \(Alert.box(
                    .attention,
                    """
                    <p><strong>\(texts("procedures.retired.since", ["day": texts.long(retirement.since)]))</strong></p>
                    \(with: retirement.reason, { "<p>\(texts["procedures.retired.reason"]) \(texts.content($0))</p>\n" })
                    """, texts: texts))
                <p class="lead">\(texts["procedures.retired.underWay"])</p>
                <h2>\(texts["procedures.retired.next"])</h2>
                <ul>
                <li><a href="\(texts.address(mine))">\(texts["procedures.retired.mine"])</a></li>
                \(with: sheet, { "<li><a href=\"\(texts.address($0))\">\(texts["procedures.retired.sheet"])</a></li>\n" })\
                <li><a href="\(texts.address("/tramites"))">\(texts["procedures.retired.others"])</a></li>
                </ul>
                <p>\(texts["procedures.retired.help"])</p></div>
                """)
    }

    private var isPublic: Bool { view.root == "/mi/tramites" }
    private var root: String { isPublic ? "/tramites" : view.root }
    private var name: TextKey { isPublic ? "procedures.title" : view.name }
    private var mine: String { view.root }
}

extension RunViews {
    /// That a run which began before its service was retired can still be finished; and that nothing was lost when a session ended.
    func closing(_ opened: RunDesk.Opened) -> HTML {
        """
        \(with: opened.retirement?.since, { since in
            Alert.box(.info, "<p>\(texts("procedures.retired.draft", ["day": texts.long(since)]))</p>\n", texts: texts)
        })\
        \(when: isTyped, Alert.box(.attention, "<p>\(texts["procedures.typed"])</p>\n", texts: texts))
        """
    }
}
