import Civic
import Flows
import Ports

/// What a retired service leaves open.
extension RunDesk {
    /// The code of what a person began and did not file; nil for nothing, and for an agent before the person has shown that they are there.
    func draft(of service: String, of person: PersonID, at door: Door, by actor: Actor) async throws -> CheckedCode? {
        do {
            return try await listed(of: person, at: door, by: actor).runs.first { $0.run.service == service && $0.run.filed == nil }?.run
                .code
        } catch is Unproven {
            return nil
        }
    }

    /// Where the catalogue tells of the sheet of a service.
    func sheetPath(_ service: Service) async throws -> String? {
        try await sheets.number(service.sheet).map { "/fichas/\($0)-\(service.sheet)" }
    }
}
