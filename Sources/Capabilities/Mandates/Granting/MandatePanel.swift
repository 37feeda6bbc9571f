import Civic
import Markup
import Ports
import Storage
import Web

extension MandateDesk {
    /// What waits for the person's yes, for how many they act and how many act for them; nothing while there is none. It opens no names.
    public var panel: MyPanel {
        MyPanel(place: 40) { person, _, texts in
            let (given, offers, acting) = try await counts(person)
            guard given + offers + acting > 0 else { return nil }
            return """
                <h2>\(texts["mandate.panel"])</h2>
                \(when: offers > 0, "<p>\(texts("mandate.panel.offers", count: offers))</p>\n")\
                \(when: acting > 0, "<p>\(texts("mandate.panel.acting", count: acting))</p>\n")\
                \(when: given > 0, "<p>\(texts("mandate.panel.given", count: given))</p>\n")\
                <p><a href="\(texts.address("/mi/representacion"))">\(texts["mandate.title"])</a></p>
                """
        }
    }

    /// The same for whoever attends the person: how many, and no names.
    public var deskPanel: MyPanel {
        MyPanel(place: 40) { person, _, texts in
            let (given, _, acting) = try await counts(person)
            guard given + acting > 0 else { return nil }
            return """
                <section aria-labelledby="representacion"><h2 id="representacion">\(texts["mandate.panel"])</h2>
                \(when: given > 0, "<p>\(texts("mandate.desk.panel.given", count: given))</p>\n")\
                \(when: acting > 0, "<p>\(texts("mandate.desk.panel.acting", count: acting))</p>\n")</section>

                """
        }
    }

    private func counts(_ person: PersonID) async throws -> (given: Int, offers: Int, acting: Int) {
        let (now, today) = (clock.now, clock.today)
        return try await database.read { snapshot in
            let received = try store.received(by: person, at: now.milliseconds, snapshot)
            return (
                try store.granted(by: person, snapshot).count { $0.standing(at: now) == .inForce },
                received.count { $0.begun == nil },
                try received.count { $0.begun != nil } + family.children(of: person, on: today, snapshot).count
            )
        }
    }
}
