import Civic
import Flows
import Storage

/// Which queues somebody attends. A queue that nobody chose is everybody's, so that no case waits unseen.
extension CaseDesk {
    struct Queue: Sendable {
        let owner: String
        let services: [Service]
    }

    /// All queues of the services that there are, or were when something that waits began, with what they are for.
    func queues(for actor: Actor) async throws -> [Queue] {
        guard actor.maySomewhere(.decideProcedures) else { throw Forbidden() }
        let services = try await runs.shelf.serving()
        let owners = Set(services.flatMap(\.owners)).sorted()
        return owners.map { owner in
            let served = services.filter { $0.owners.contains(owner) }
            return Queue(
                owner: owner,
                services: served.filter { one in !served.contains { $0.id == one.id && $0.version > one.version } })
        }
    }

    func attended(by actor: Actor) async throws -> [String] {
        guard case .staff(let staff) = actor.identity else { throw Forbidden() }
        let queues = QueueStore()
        return try await runs.database.read { try queues.all($0).filter { $0.staff == staff }.map(\.owner) }
    }

    /// Chooses the queues that somebody attends from now on.
    func attend(_ owners: Set<String>, by actor: Actor, once: OnceKey) async throws {
        guard case .staff(let staff) = actor.identity else { throw Forbidden() }
        let known = Set(try await queues(for: actor).map(\.owner))
        let queues = QueueStore()
        _ = try await runs.database.write(once: once) { transaction in
            try queues.set(owners.intersection(known), of: staff, transaction)
            try transaction.record(Event("procedure.queues", object: .init("staff", staff)), by: actor)
            return true
        }
    }

    /// The queues whose cases somebody sees: theirs, and those that nobody attends.
    func seen(by actor: Actor) async throws -> [String] {
        guard case .staff(let staff) = actor.identity else { throw Forbidden() }
        let store = QueueStore()
        let all = try await runs.database.read(store.all)
        let taken = Set(all.map(\.owner))
        let mine = Set(all.filter { $0.staff == staff }.map(\.owner))
        return try await queues(for: actor).map(\.owner).filter { mine.contains($0) || !taken.contains($0) }
    }
}

extension Service {
    /// Whoever owes a step of it, or of what it granted.
    var owners: Set<String> { Set((stages.map(\.owner) + [life?.owner]).compactMap { $0 }) }
}
