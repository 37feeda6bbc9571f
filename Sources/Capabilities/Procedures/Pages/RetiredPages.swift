import Civic
import Flows
import Hummingbird
import Markup
import Web

extension RunPages {
    /// The page of a retired service; whoever has begun it goes on with what they have.
    func retired(_ retired: ServiceRetired, for person: PersonID) async throws -> Response {
        if let draft = try await desk.draft(of: retired.service.id, of: person, at: door, by: actor) { return to(draft) }
        let sheet = try await desk.sheetPath(retired.service)
        return try await respond(StartViews(texts: texts, view: view).retired(retired, sheet: sheet))
    }
}
