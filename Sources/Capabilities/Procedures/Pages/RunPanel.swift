import Civic
import Flows
import Markup
import Ports
import Web

extension RunDesk {
    /// What somebody has under way or was given, on the first screen of their own place. It opens nothing of what is in it.
    public func panel(_ territory: Territory) -> MyPanel {
        MyPanel(place: 10) { person, _, texts in
            let runs = try await all(of: person)
            guard !runs.isEmpty else { return nil }
            let view = RunViews(texts: texts, territory: territory, today: clock.today, root: "/mi/tramites", name: "procedures.mine")
            return """
                <h2>\(texts["procedures.mine"])</h2>
                \(view.rows(Array(runs.prefix(4))))
                <p><a class="onward" href="\(texts.address("/mi/tramites"))">\(texts["procedures.panel.all"])</a></p>

                """
        }
    }
}
