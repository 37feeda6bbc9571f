import Civic
import Definitions
import Flows
import Ports
import Storage

extension DefinitionShelf {
    /// Takes the services of a folder that are new, all or none. A version that is known keeps what it says for ever: a file that says
    /// otherwise under the same number is refused, and so is one that could not go live with what the database has. `registers` are those of
    /// the installation, with what people call them and its queues; those that lack what something under way needs are refused. Gives back
    /// the names of those that came.
    public func load(_ texts: [String: String], registers: RegisterFile? = nil, by actor: Actor) async throws -> [String] {
        let folder = try ServiceFolder(texts)
        let (store, called) = (store, called)
        defer { forget() }
        return try await database.write { transaction in
            var (loaded, defects) = ([String](), [FileDefect]())
            let surroundings = ServiceSurroundings(
                parameters: try ParameterDesk().all(transaction).shapes, registers: registers?.shapes,
                queues: registers.map { Set($0.names.queues.keys) }, place: .database)
            if let empty = Self.withoutCatalogue(folder, surroundings) { throw FileDefects([empty]) }
            let newest = try store.newest(transaction)
            for service in folder.services.values.sorted(by: { $0.id < $1.id }) {
                let check = ServiceCheck(service, file: folder.files[service.id] ?? "", in: surroundings)
                let known = try store.digest(service.id, service.version, transaction)
                if let fault = Self.numbering(check, known: known, newest: newest.first { $0.service == service.id }?.version) {
                    defects.append(fault)
                    continue
                }
                guard known == nil else { continue }
                defects += check.defects
                guard defects.isEmpty else { continue }
                try store.insert(
                    .init(service: service.id, version: service.version, digest: service.digest, source: texts[check.file] ?? ""),
                    transaction)
                try transaction.record(Event("procedure.loaded", object: .init("procedure_definition", Int64(service.version))), by: actor)
                loaded.append("\(service.id) \(service.version)")
            }
            // Where no installation is told of, nothing is taken from it.
            if registers != nil { defects += try self.lost(in: surroundings, transaction) }
            guard defects.isEmpty else { throw FileDefects(defects) }
            let isRenamed = try registers.map { try called.replace($0.names, transaction) } ?? false
            if !loaded.isEmpty || isRenamed { transaction.announce(OwnServices.topic) }
            return loaded
        }
    }

    /// A database into which no catalogue was loaded yet lacks every parameter: that is said once.
    static func withoutCatalogue(_ folder: ServiceFolder, _ surroundings: ServiceSurroundings) -> FileDefect? {
        let isNeeded = folder.services.values.contains { ServiceCheck($0, file: "").namesParameters }
        guard isNeeded, surroundings.parameters?.isEmpty == true else { return nil }
        return FileDefect(file: "database", message: "has no parameters yet: run 'ventanilla catalogue load' first")
    }

    /// What keeps a file from being loaded under its number; `known` is what was loaded under it.
    static func numbering(_ check: ServiceCheck, known: String?, newest: Int?) -> FileDefect? {
        let version = check.service.version
        if let known {
            if known == check.service.digest { return nil }
            let next = max(newest ?? version, version) + 1
            return check.defect("version", "version \(version) is in use and says something else: write \(next)")
        }
        guard let newest, newest > version else { return nil }
        return check.defect("version", "version \(newest) is in use already, and \(version) comes before it: write \(newest + 1)")
    }
}

extension [Parameter] {
    /// What definitions need to know of them.
    public var shapes: [String: ParameterShape] {
        Dictionary(map { ("\($0.id)", ParameterShape(NumberUnit(rawValue: $0.unit.rawValue) ?? .count, isByAge: $0.ages != nil)) }) {
            first, _ in first
        }
    }
}
