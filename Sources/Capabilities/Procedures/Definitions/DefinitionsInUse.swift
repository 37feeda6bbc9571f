import Civic
import Definitions
import Flows
import Storage

extension DefinitionShelf {
    /// Everything that would keep what is under way from going on, and what the files could not be loaded for. Each version in which something
    /// is under way is held against the parameters that there are now and against `surroundings`, the catalogue; each file against what was
    /// loaded under its number. Beside it, what is under way.
    public func stranded(_ texts: [String: String], in surroundings: ServiceSurroundings) async throws -> (
        underWay: [String], defects: [FileDefect]
    ) {
        let (folder, _) = ServiceFolder.reading(texts)
        let store = store
        var surroundings = surroundings
        let found = try await database.read { snapshot in
            (
                inFlight: try store.inFlight(snapshot), parameters: try ParameterDesk().all(snapshot).shapes,
                newest: try store.newest(snapshot),
                digests: try folder.services.values.map { ($0, try store.digest($0.id, $0.version, snapshot)) }
            )
        }
        (surroundings.parameters, surroundings.place) = (found.parameters, .database)
        var defects = [Self.withoutCatalogue(folder, surroundings)].compactMap(\.self)
        if !defects.isEmpty { surroundings.parameters = nil }
        for (service, digest) in found.digests {
            let check = ServiceCheck(service, file: folder.files[service.id] ?? "", in: surroundings)
            if let fault = Self.numbering(check, known: digest, newest: found.newest.first { $0.service == service.id }?.version) {
                defects.append(fault)
            } else if digest == nil {
                defects += check.outside
            }
        }
        for each in found.inFlight { defects += try await outside(each.service, each.version, surroundings) }
        return (found.inFlight.map { "\($0.service) \($0.version): \($0.drafts) begun, \($0.cases) filed" }, Set(defects).sorted())
    }

    /// The services that can be begun and that no file tells of: deleting a file closes nothing.
    public func withoutFile(_ texts: [String: String]) async throws -> [String] {
        let named = ServiceFolder.reading(texts).folder.services
        return try await offered().map(\.id).filter { named[$0] == nil }
    }

    /// What a catalogue with these parameters, and with the sheets and institutions of `names`, would take from the versions in use: those that
    /// are open to begin, those in which something is under way, and those by which somebody has a benefit. What is nil is not looked at.
    public func missing(in parameters: [Parameter], _ names: ServiceSurroundings = ServiceSurroundings()) async throws -> [FileDefect] {
        let store = store
        var (defects, surroundings) = ([FileDefect](), names)
        surroundings.parameters = parameters.shapes
        for each in try await database.read({ try store.inUse($0) }) {
            defects += try await outside(each.service, each.version, surroundings)
        }
        return defects.sorted()
    }

    /// A version that was loaded is not asked again whether it is well written: it can't be changed any more.
    private func outside(_ id: String, _ version: Int, _ surroundings: ServiceSurroundings) async throws -> [FileDefect] {
        Self.outside(try await service(id, version), surroundings)
    }

    private static func outside(_ service: Service, _ surroundings: ServiceSurroundings) -> [FileDefect] {
        ServiceCheck(service, file: "\(service.id) \(service.version)", in: surroundings, isLoaded: true).outside
    }

    /// What the versions in which something is under way would lack.
    func lost(in surroundings: ServiceSurroundings, _ snapshot: Snapshot) throws -> [FileDefect] {
        try store.inFlight(snapshot).flatMap { Self.outside(try service($0.service, $0.version, snapshot), surroundings) }
    }
}
