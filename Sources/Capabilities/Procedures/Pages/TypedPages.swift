import Civic
import Flows
import HTTPTypes
import Hummingbird
import Web

/// What was being typed when a session ended: taken in by the sign-in that follows, and shown where it was typed.
extension RunPages {
    /// Takes what was sent too late to a question of somebody's own run. Whoever sent it is led to the sign-in all the same.
    func keepTyped(_ request: Request, _ context: WebContext) async throws {
        let id = try context.parameters.require("question")
        guard let person = actor.citizen, let (run, question) = try await desk.late(try context.runCode(), id, of: person) else { return }
        let form: Form
        switch question.kind {
        case .file: return
        case .groups(let inner, _, _): form = groupForm(inner)
        default: form = field(question).form
        }
        let typed: [(name: String, value: String)] =
            switch try await forms.take(form, request, context, session: session) {
            // One that was not sent from a page of that session is nobody's.
            case .refused(let filling): filling.isStale ? [] : filling.typed
            case .accepted(let answers, _): answers.typed
            }
        try await desk.keep(
            typed: typed.map { TypedAnswer.Field(name: $0.name, value: $0.value) }, id,
            place: request.asked("grupo").flatMap { Int($0) }, of: run)
    }

    /// What its person was typing at a question; of nobody else's concern.
    func typed(_ opened: RunDesk.Opened, _ question: String) async throws -> (fields: [(name: String, value: String)], place: Int?)? {
        guard actor.citizen != nil, let typed = try await desk.typed(opened, question) else { return nil }
        return (typed.fields.map { ($0.name, $0.value) }, typed.place)
    }
}
