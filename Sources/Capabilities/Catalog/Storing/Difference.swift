/// What must be written so that the old becomes the new, and nothing else.
struct Difference<Element: Hashable> {
    let added: [Element]
    let changed: [Element]
    let removed: [Element]

    init<Key: Hashable>(from old: [Element], to new: [Element], by key: (Element) -> Key) {
        let before = Dictionary(old.map { (key($0), $0) }) { first, _ in first }
        let after = Set(new.map(key))
        added = new.filter { before[key($0)] == nil }
        changed = new.filter { element in before[key(element)].map { $0 != element } ?? false }
        removed = old.filter { !after.contains(key($0)) }
    }

    var tally: LoadReport.Tally { .init(added: added.count, changed: changed.count, removed: removed.count) }
}

/// An element and where it stands in its list.
struct Ranked<Element: Hashable & Sendable>: Hashable, Sendable {
    var ordinal: Int
    var element: Element

    static func list(_ elements: [Element]) -> [Ranked] {
        elements.enumerated().map { Ranked(ordinal: $0, element: $1) }
    }
}

/// What a load wrote. A second load of the same files writes nothing.
public struct LoadReport: Sendable, Hashable, Codable, CustomStringConvertible {
    public struct Tally: Sendable, Hashable, Codable {
        public var added = 0
        public var changed = 0
        public var removed = 0

        public var isEmpty: Bool { added == 0 && changed == 0 && removed == 0 }
    }

    public var institutions = Tally()
    public var topics = Tally()
    public var lifeEvents = Tally()
    public var places = Tally()
    public var parameters = Tally()
    public var sheets = Tally()
    public var points = Tally()
    public var withdrawn = Tally()

    private var parts: [(String, Tally)] {
        [
            ("institutions", institutions), ("topics", topics), ("life events", lifeEvents), ("places", places),
            ("parameters", parameters), ("sheets", sheets),
            ("points of service", points), ("withdrawn sheets", withdrawn),
        ]
    }

    public var isEmpty: Bool { parts.allSatisfy(\.1.isEmpty) }

    /// One line for each kind that changed, or that nothing did.
    public var description: String {
        if isEmpty { return "nothing changed" }
        return parts.filter { !$0.1.isEmpty }.map { "\($0): \($1.added) added, \($1.changed) changed, \($1.removed) removed" }
            .joined(separator: "\n")
    }
}
