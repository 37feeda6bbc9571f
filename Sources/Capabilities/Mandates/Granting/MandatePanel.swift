import Civic
import Markup
import Ports
import Storage
import Web

extension MandateDesk {
    /// What waits for the person's yes, and how many may act for them; nothing while there is neither.
    public var panel: MyPanel {
        MyPanel(place: 40) { person, _, texts in
            let now = clock.now
            let (given, offers) = try await database.read { snapshot in
                (
                    try store.granted(by: person, snapshot).count { $0.standing(at: now) == .inForce },
                    try store.received(by: person, at: now.milliseconds, snapshot).count { $0.begun == nil }
                )
            }
            guard given + offers > 0 else { return nil }
            return """
                <h2>\(texts["mandate.panel"])</h2>
                \(when: offers > 0, "<p>\(texts("mandate.panel.offers", count: offers))</p>\n")\
                \(when: given > 0, "<p>\(texts("mandate.panel.given", count: given))</p>\n")\
                <p><a href="\(texts.address("/mi/representacion"))">\(texts["mandate.title"])</a></p>
                """
        }
    }
}
