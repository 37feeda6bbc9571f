import Storage

/// The one store of dated parameters, as sheets, rules and the staff see it. Acts take the caller's transaction.
public struct ParameterDesk: Sendable {
    /// Announced each time that something in the store changed.
    public static let topic = "parameters"

    private let store = ParameterStore()

    public init() {}

    /// One parameter with all its values, or nil when there is none of that id.
    public func parameter(_ id: Parameter.ID, _ snapshot: Snapshot) throws -> Parameter? {
        try store.parameters([id], snapshot).first
    }

    /// Those of these ids that there are.
    public func parameters(_ ids: some Collection<Parameter.ID>, _ snapshot: Snapshot) throws -> [Parameter.ID: Parameter] {
        if ids.isEmpty { return [:] }
        return Dictionary(uniqueKeysWithValues: try store.parameters(Array(ids), snapshot).map { ($0.id, $0) })
    }

    /// The whole store, in the order of the ids.
    public func all(_ snapshot: Snapshot) throws -> [Parameter] {
        try store.parameters(nil, snapshot)
    }

    /// Puts these in the place of all that there are, in the caller's act. Only what differs is written; each value that came, changed or went
    /// leaves its entry in the audit. Gives back how many parameters were touched.
    public func replace(_ parameters: [Parameter], by actor: Actor, _ transaction: Transaction) throws -> ParameterChanges {
        let before = Dictionary(uniqueKeysWithValues: try all(transaction).map { ($0.id, $0) })
        let staying = Set(parameters.map(\.id))
        var changes = ParameterChanges()
        for parameter in parameters.sorted(by: { $0.id < $1.id }) {
            let old = before[parameter.id]
            if old == parameter { continue }
            if old == nil { changes.added += 1 } else { changes.changed += 1 }
            if old?.head != parameter.head {
                try store.save(parameter.head, of: parameter.id, transaction)
                if let old { try note(parameter.id, was: old.head, became: parameter.head, by: actor, transaction) }
            }
            try rewrite(parameter.id, from: old?.lines ?? [], to: parameter.lines, by: actor, transaction)
        }
        for old in before.values.filter({ !staying.contains($0.id) }).sorted(by: { $0.id < $1.id }) {
            try rewrite(old.id, from: old.lines, to: [], by: actor, transaction)
            try store.delete(old.id, transaction)
            changes.removed += 1
        }
        if !changes.isEmpty { transaction.announce(Self.topic) }
        return changes
    }

    private func rewrite(
        _ id: Parameter.ID, from old: [ParameterLine], to new: [ParameterLine], by actor: Actor, _ transaction: Transaction
    ) throws {
        let before = Dictionary(uniqueKeysWithValues: old.map { ($0.key, $0) })
        let after = Dictionary(uniqueKeysWithValues: new.map { ($0.key, $0) })
        for line in old where after[line.key] != line {
            try store.delete(line, of: id, transaction)
            if after[line.key] == nil { try note(id, was: line, became: nil as ParameterLine?, by: actor, transaction) }
        }
        for line in new where before[line.key] != line {
            try store.insert(line, of: id, transaction)
            try note(id, was: before[line.key], became: line, by: actor, transaction)
        }
    }

    private func note<Part: Encodable>(_ id: Parameter.ID, was: Part?, became: Part?, by actor: Actor, _ transaction: Transaction) throws {
        let change = try store.note(
            id, was: try was.map { try StableJSON.text($0) }, became: try became.map { try StableJSON.text($0) }, transaction)
        try transaction.record(Event("parameter.changed", object: AuditEntry.Object("parameter_change", change)), by: actor)
    }
}

/// How many parameters a replacement touched.
public struct ParameterChanges: Sendable, Hashable {
    public var added = 0
    public var changed = 0
    public var removed = 0

    public var isEmpty: Bool { added == 0 && changed == 0 && removed == 0 }
}
