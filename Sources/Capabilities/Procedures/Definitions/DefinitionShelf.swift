import Civic
import Definitions
import Flows
import Ports
import Storage
import Synchronization

/// The services of this installation. Each version is read once and kept: what it says never changes, and what registers and queues
/// are called with it does when services are loaded.
public final class DefinitionShelf: Sendable {
    let database: Database
    let store = DefinitionStore()
    let called = OwnNamesStore()
    let retirements = RetirementStore()
    private let read = Mutex<[String: Service]>([:])

    public init(_ database: Database) { self.database = database }

    /// The newest version of a service; nil when there is none of that name.
    func newest(_ id: String) async throws -> Service? {
        let store = store
        let version = try await database.read { try store.newest($0).first { $0.service == id }?.version }
        guard let version else { return nil }
        return try await service(id, version)
    }

    /// The newest of each, whether it is retired or not.
    public func all() async throws -> [Service] {
        let store = store
        var services: [Service] = []
        for (id, version) in try await database.read(store.newest) { services.append(try await service(id, version)) }
        return services
    }

    /// The newest versions, and the older ones by which a case waits in a queue.
    func serving() async throws -> [Service] {
        let store = store
        var services = try await all()
        for (id, version) in try await database.read(store.queued) where !services.contains(where: { $0.id == id && $0.version == version })
        {
            services.append(try await service(id, version))
        }
        return services
    }

    /// Where the sheets of services are done.
    public var own: OwnServices {
        OwnServices(
            { slug in try await self.onPages().first { $0.sheet == slug }.map(Self.path) },
            paths: { try await self.onPages().map(Self.path) })
    }

    /// What its parameters are called, by their ids.
    func parameters(of service: Service) async throws -> [String: Words] {
        let named = service.parameters.map(\.parameter) + [service.life?.every, service.life?.recovery?.most].compactMap(\.self)
        let ids = Set(named).compactMap { Parameter.ID($0) }
        let found = try await database.read { try ParameterDesk().parameters(ids, $0) }
        return Dictionary(uniqueKeysWithValues: found.map { ("\($0.key)", $0.value.name.words) })
    }

    private func onPages() async throws -> [Service] { try await offered().filter { $0.media.contains(.page) } }
    private static func path(_ service: Service) -> String { "/tramites/\(service.id)" }

    func service(_ id: String, _ version: Int) async throws -> Service {
        if let known = known(id, version) { return known }
        return try await database.read { try self.service(id, version, $0) }
    }

    /// The same within an act.
    func service(_ id: String, _ version: Int, _ snapshot: Snapshot) throws -> Service {
        if let known = known(id, version) { return known }
        guard let source = try store.source(id, version, snapshot) else { throw NotFound() }
        var service = try ServiceReader.service(source, file: "\(id).yaml")
        service.names = try called.names(snapshot)
        read.withLock { [service] in $0["\(id) \(version)"] = service }
        return service
    }

    private func known(_ id: String, _ version: Int) -> Service? { read.withLock { $0["\(id) \(version)"] } }

    /// Reads everything again when it is next asked for: something was loaded.
    public func forget() { read.withLock { $0 = [:] } }
}
