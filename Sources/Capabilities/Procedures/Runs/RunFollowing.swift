import Civic
import Flows
import Storage

/// Taking a run up again with its code and the person's RUN, without signing in. It is known by that, and by nothing else, whose it is: free
/// questions can be answered, and nothing that was answered, decided or told by a register is shown.
extension RunDesk {
    /// Whether code and number belong together.
    func follows(_ code: CheckedCode, _ number: RUN) async throws -> Bool {
        let (store, people, mergers) = (store, people, mergers)
        return try await database.read { snapshot in
            let persons = try people.find(.run(number), snapshot)
            guard let run = try store.run(code, snapshot) else { return false }
            let own = try mergers.standing(for: run.subject, snapshot)
            return try persons.contains { try mergers.standing(for: $0, snapshot) == own }
        }
    }

    /// Who answers so: nobody that is known, and for that the trace says that it was by the code.
    static let followerNumber: Int64 = 22
    static let follower = Actor(
        .system(followerNumber), assurance: .verified, roles: [Role("procedure.follow", [.readPersons, .assistProcedures])],
        scope: Scope(points: .all, institutions: .all, sensitivities: Set(Sensitivity.allCases)))
}

extension Actor {
    /// How sure it is who acts on a run. Whoever is of the staff has the person before them; with a code alone nobody is sure.
    var level: Level { identity == RunDesk.follower.identity ? .declared : .verified }
}
