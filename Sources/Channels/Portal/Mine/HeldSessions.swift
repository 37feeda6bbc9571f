import Civic
import Ports
import Web

extension SessionPages {
    /// The sessions of a person among what is kept about them.
    public static func held(_ sessions: Sessions) -> HeldData {
        HeldData(
            name: "sessions", title: "sessions.title", fields: [.sessions],
            items: { person, disclosure, texts in
                try await sessions.programs(of: .citizen(person)).map { session, program in
                    HeldData.Item(
                        name: "session", label: texts["sessions.one"], value: Browser.words(try program.map(disclosure.open), texts),
                        source: texts["sessions.source"], since: session.made, use: texts["sessions.use"])
                }
            },
            erase: { person, transaction in try sessions.erase(person, transaction) })
    }
}
