import Civic
import Definitions
import Flows
import Ports
import Storage
import Synchronization

/// The services of this installation. Each version is read once and kept: it never changes.
public final class DefinitionShelf: Sendable {
    private let database: Database
    private let store = DefinitionStore()
    private let read = Mutex<[String: Service]>([:])

    public init(_ database: Database) { self.database = database }

    /// The newest version of a service; nil when there is none of that name.
    func newest(_ id: String) async throws -> Service? {
        let store = store
        let version = try await database.read { try store.newest($0).first { $0.service == id }?.version }
        guard let version else { return nil }
        return try await service(id, version)
    }

    public func all() async throws -> [Service] {
        let store = store
        var services: [Service] = []
        for (id, version) in try await database.read(store.newest) { services.append(try await service(id, version)) }
        return services
    }

    /// Where the sheets of services are done.
    public var own: OwnServices {
        OwnServices(
            { slug in try await self.onPages().first { $0.sheet == slug }.map(Self.path) },
            paths: { try await self.onPages().map(Self.path) })
    }

    /// What its parameters are called, by their ids.
    func parameters(of service: Service) async throws -> [String: String] {
        let ids = service.parameters.compactMap { Parameter.ID($0.parameter) }
        let found = try await database.read { try ParameterDesk().parameters(ids, $0) }
        return Dictionary(uniqueKeysWithValues: found.map { ("\($0.key)", $0.value.name) })
    }

    private func onPages() async throws -> [Service] { try await all().filter { $0.media.contains(.page) } }
    private static func path(_ service: Service) -> String { "/tramites/\(service.id)" }

    func service(_ id: String, _ version: Int) async throws -> Service {
        let store = store
        if let known = read.withLock({ $0["\(id) \(version)"] }) { return known }
        guard let source = try await database.read({ try store.source(id, version, $0) }) else { throw NotFound() }
        return try keep(source, id, version)
    }

    /// The same within an act.
    func service(_ id: String, _ version: Int, _ snapshot: Snapshot) throws -> Service {
        if let known = read.withLock({ $0["\(id) \(version)"] }) { return known }
        guard let source = try store.source(id, version, snapshot) else { throw NotFound() }
        return try keep(source, id, version)
    }

    private func keep(_ source: String, _ id: String, _ version: Int) throws -> Service {
        let service = try ServiceReader.service(source, file: "\(id).yaml")
        read.withLock { $0["\(id) \(version)"] = service }
        return service
    }

    /// Takes the services of a folder that are new, all or none. A version that is known keeps what it says for ever: a file that says
    /// otherwise under the same number is refused, and so is one that could not go live. Gives back the names of those that came.
    public func load(_ texts: [String: String], by actor: Actor) async throws -> [String] {
        let folder = try ServiceFolder(texts)
        let store = store
        return try await database.write { transaction in
            var (loaded, defects) = ([String](), [FileDefect]())
            let parameters = Set(try ParameterDesk().all(transaction).map { "\($0.id)" })
            for service in folder.services.values.sorted(by: { $0.id < $1.id }) {
                let file = folder.files[service.id] ?? ""
                if let digest = try store.digest(service.id, service.version, transaction) {
                    if digest != service.digest {
                        defects.append(
                            FileDefect(
                                file: file, field: "version",
                                message: "version \(service.version) is in use and says something else: write \(service.version + 1)"))
                    }
                    continue
                }
                if let newest = try store.newest(transaction).first(where: { $0.service == service.id }), newest.version > service.version {
                    defects.append(FileDefect(file: file, field: "version", message: "version \(newest.version) is in use already"))
                    continue
                }
                defects += ServiceCheck(service, file: file).defects(parameters: parameters.isEmpty ? nil : parameters)
                guard defects.isEmpty else { continue }
                try store.insert(
                    .init(service: service.id, version: service.version, digest: service.digest, source: texts[file] ?? ""), transaction)
                try transaction.record(Event("procedure.loaded", object: .init("procedure_definition", Int64(service.version))), by: actor)
                loaded.append("\(service.id) \(service.version)")
            }
            guard defects.isEmpty else { throw FileDefects(defects) }
            if !loaded.isEmpty { transaction.announce(OwnServices.topic) }
            return loaded
        }
    }

    /// Everything that would keep what is under way from going on: each version of it is checked against the parameters that there are now,
    /// and against the files, in which no known version may say something else. Beside it, what is under way.
    /// `sheets` and `institutions` are those of the catalogue.
    public func stranded(_ texts: [String: String], sheets known: Set<String>, institutions: Set<String>) async throws -> (
        underWay: [String], defects: [FileDefect]
    ) {
        let folder = try ServiceFolder(texts)
        let store = store
        let (inFlight, parameters, sheets) = try await database.read { snapshot in
            (
                try store.inFlight(snapshot), Set(try ParameterDesk().all(snapshot).map { "\($0.id)" }),
                try folder.services.values.map { ($0, try store.digest($0.id, $0.version, snapshot)) }
            )
        }
        var defects: [FileDefect] = []
        for (service, digest) in sheets where digest != nil && digest != service.digest {
            defects.append(
                FileDefect(
                    file: folder.files[service.id] ?? "", field: "version",
                    message: "version \(service.version) is in use and says something else: write \(service.version + 1)"))
        }
        for each in inFlight {
            let name = "\(each.service) \(each.version)"
            do throws(FileDefects) {
                let read = try ServiceReader.service(try await source(each), file: name)
                defects += ServiceCheck(read, file: name).defects(
                    parameters: parameters, sheets: known, registers: Texts.registers, institutions: institutions)
            } catch {
                defects += error.defects
            }
        }
        return (inFlight.map { "\($0.service) \($0.version): \($0.drafts) begun, \($0.cases) filed" }, defects)
    }

    private func source(_ each: DefinitionStore.InFlight) async throws(FileDefects) -> String {
        let store = store
        let source = try? await database.read { try store.source(each.service, each.version, $0) }
        guard let text = source ?? nil else {
            throw FileDefects([FileDefect(file: "\(each.service) \(each.version)", message: "is not kept any more")])
        }
        return text
    }
}
