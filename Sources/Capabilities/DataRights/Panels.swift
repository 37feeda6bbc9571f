import Civic
import Markup
import Ports
import Storage
import Web

/// What this room shows on the first screens of others.
public enum RightsPanels {
    /// A person's requests that wait, with their clocks.
    public static func mine(_ desk: RequestDesk) -> MyPanel {
        MyPanel(place: 60) { person, _, texts in
            let waiting = try await desk.database.read { try desk.store.requests(of: person, $0) }.filter { $0.answered == nil }
            guard !waiting.isEmpty else { return nil }
            let view = MyRightsViews(texts: texts, today: desk.clock.today)
            return
                "<section aria-labelledby=\"derechos\"><h2 id=\"derechos\">\(texts["myRights.panel"])</h2>\n\(view.rows(waiting))</section>"
        }
    }

    /// The officer's tray, with how many wait.
    public static func desk(_ desk: RequestDesk, _ breaches: BreachDesk) -> [DeskPanel] {
        [
            DeskPanel(
                .attending, place: 60, permission: .answerRights, path: "/mesa/derechos", title: "rightsDesk.title",
                summary: "rightsDesk.panel"
            ) { _ in try await desk.database.read { try desk.store.countWaiting($0) } },
            DeskPanel(
                .attending, place: 61, permission: .fileRights, path: "/mesa/derechos/nueva", title: "rightsDesk.new",
                summary: "rightsDesk.new.panel"),
            DeskPanel(
                .overseeing, place: 63, permission: .overseeRights, path: "/mesa/derechos/atrasadas", title: "rightsDesk.late.title",
                summary: "rightsDesk.late.panel"
            ) { _ in
                let today = desk.clock.today
                return try await desk.database.read { try desk.store.late(on: today, $0) }.count
            },
            DeskPanel(
                .control, place: 62, permission: .readBreaches, path: "/mesa/brechas", title: "breaches.title", summary: "breaches.panel"
            ) { _ in try await breaches.database.read { try breaches.store.breaches($0) }.filter { $0.letters == nil }.count },
        ]
    }
}
