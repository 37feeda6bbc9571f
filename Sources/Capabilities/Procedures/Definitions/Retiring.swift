import Civic
import Flows
import Ports
import Storage

/// Closing a service to new beginnings, and opening it again. No version and no file is touched.
extension DefinitionShelf {
    /// Retires a service from today. False when it is retired already. Throws `NotFound` when there is none.
    public func retire(_ id: String, reason: String?, author: String, by actor: Actor) async throws -> Bool {
        try await change(id, "procedure.retired", by: actor) { store, transaction in
            try store.insert(id, reason: reason, by: author, transaction)
        }
    }

    /// Lets a retired service be begun again. False when it is not retired. Throws `NotFound` when there is none.
    public func reopen(_ id: String, author: String, by actor: Actor) async throws -> Bool {
        try await change(id, "procedure.reopened", by: actor) { store, transaction in
            try store.reopen(id, by: author, transaction)
        }
    }

    private func change(
        _ id: String, _ verb: AuditEntry.Verb, by actor: Actor, _ act: @escaping @Sendable (RetirementStore, Transaction) throws -> Bool
    ) async throws -> Bool {
        let (store, retirements) = (store, retirements)
        return try await database.write { transaction in
            guard let version = try store.newest(transaction).first(where: { $0.service == id })?.version else { throw NotFound() }
            guard try act(retirements, transaction) else { return false }
            try transaction.record(Event(verb, object: .init("procedure_definition", Int64(version))), by: actor)
            transaction.announce(OwnServices.topic)
            return true
        }
    }

    /// Those that stand retired.
    public func retired() async throws -> [Retirement] {
        let retirements = retirements
        return try await database.read { try retirements.all($0) }
    }

    /// nil for one that can be begun.
    func retirement(of id: String) async throws -> Retirement? { try await retired().first { $0.service == id } }

    /// The newest versions of what can be begun.
    func offered() async throws -> [Service] {
        let retired = Set(try await retired().map(\.service))
        return try await all().filter { !retired.contains($0.id) }
    }

    /// The newest version, for whoever begins or offers it. nil when there is none of that name. Throws `ServiceRetired`.
    func open(_ id: String) async throws -> Service? {
        guard let service = try await newest(id) else { return nil }
        if let retirement = try await retirement(of: id) { throw ServiceRetired(service: service, retirement: retirement) }
        return service
    }
}
