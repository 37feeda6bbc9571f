import Definitions
import Expressions

/// Looks at a definition before it goes live. A defect stops it.
public struct ServiceCheck: Sendable {
    public let service: Service
    public let file: String
    let surroundings: ServiceSurroundings
    /// Whether it was loaded, so that it is not the file that is changed.
    let isLoaded: Bool

    public init(
        _ service: Service, file: String, in surroundings: ServiceSurroundings = ServiceSurroundings(), isLoaded: Bool = false
    ) {
        self.service = service
        self.file = file
        self.surroundings = surroundings
        self.isLoaded = isLoaded
    }

    /// Everything that is wrong, each with its line. What follows from something else that is wrong is not among it.
    public var defects: [FileDefect] {
        let circles = circles
        // What goes round in a circle is not looked at further: mend that first.
        guard circles.isEmpty else { return circles }
        let version = service.version < 1 ? [defect("version", "the first is 1, and each after it is higher")] : []
        let found = version + media + endings + terms + changes + expressions + unused + names + outside + kinds
        return found.sorted()
    }

    /// `path` is that of the field at fault, as `rules[2].require`.
    public func defect(_ path: String, _ message: String) -> FileDefect {
        let place = service.places[path]
        return FileDefect(file: file, line: place?.line ?? 0, column: place?.column ?? 0, field: path, message: message)
    }

    /// Where the entry of that name stands.
    func path(of id: String) -> String {
        let lists = [
            ("facts", service.facts.map(\.id)), ("parameters", service.parameters.map(\.id)),
            ("questions", service.questions.map(\.id)), ("values", service.values.map(\.id)),
        ]
        for (field, ids) in lists { if let index = ids.firstIndex(of: id) { return "\(field)[\(index + 1)]" } }
        return id
    }

    /// What each name needs to be known before it.
    private var bases: [String: Set<String>] {
        var bases: [String: Set<String>] = [:]
        for value in service.values { bases[value.id] = value.program.tree.variables }
        for use in service.parameters { bases[use.id] = Set([use.on] + (use.age.map { [$0] } ?? [])) }
        for question in service.questions { bases[question.id] = (question.when?.tree.variables ?? []).union(question.offered) }
        for fact in service.facts { bases[fact.id] = fact.otherwise.map { [$0] } ?? [] }
        return bases
    }

    private var circles: [FileDefect] {
        let bases = bases
        func reaches(_ name: String, _ target: String, _ seen: inout Set<String>) -> Bool {
            for base in bases[name] ?? [] {
                if base == target { return true }
                if seen.insert(base).inserted, reaches(base, target, &seen) { return true }
            }
            return false
        }
        return bases.keys.sorted().compactMap { name in
            var seen: Set<String> = []
            return reaches(name, name, &seen)
                ? defect(path(of: name), "'\(name)' depends on itself, by way of others or not: it could never be known") : nil
        }.sorted()
    }

    private var unused: [FileDefect] {
        var used = sources.reduce(into: Set<String>()) { $0.formUnion($1.program.tree.variables) }
        used.formUnion(service.questions.flatMap(\.offered))
        for use in service.parameters { used.formUnion([use.on] + (use.age.map { [$0] } ?? [])) }
        if let local = service.local { used.insert(local.place) }
        let said = service.documents.flatMap { $0.body.map(\.text.es) }.joined()
        return (service.facts.map(\.id) + service.values.map(\.id) + service.parameters.map(\.id)).filter {
            !used.contains($0) && !said.contains("{\($0)}")
        }.map { defect(path(of: $0), "'\($0)': nothing uses it: what is not needed is not asked of a register") }
    }
}
