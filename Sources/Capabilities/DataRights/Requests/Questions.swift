import Civic
import Ports
import Storage

/// Questions about a line of who looked: requests like any other, in the same tray.
extension RequestDesk {
    /// `language` is the one in which the person asks.
    public func questions(in language: String) -> TraceQuestions {
        TraceQuestions(
            ask: { trace, words, person, actor, transaction in
                let new = NewRequest(
                    subject: person, right: .question, words: words, trace: trace, isShown: actor.assurance == .verified,
                    language: language)
                return try file(new, within: nil, by: actor, transaction).id
            },
            asked: { person in
                let (found, today) = (try await database.read { try store.requests(of: person, $0) }, clock.today)
                return found.compactMap { request in
                    request.trace.map { trace in
                        TraceQuestions.Asked(
                            id: request.id, trace: trace, at: request.filed, state: ClockWords.state(request.standing(on: today)),
                            path: "/mi/derechos/\(request.code.plain)")
                    }
                }
            })
    }
}
