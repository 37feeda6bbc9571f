import Yams

/// Where each field of a file stands, for whoever finds a fault in it long after it was read.
public struct Places: Sendable {
    public struct Place: Sendable, Hashable {
        public let line: Int
        public let column: Int
    }

    private var places: [String: Place] = [:]

    /// Of a whole file, by the paths that defects have: `rules[2].require`.
    public init(_ mapping: Node.Mapping) {
        if let mark = mapping.mark { places[""] = Place(line: mark.line, column: mark.column) }
        add(mapping, "")
    }

    /// The place of a field; of the nearest around it, or the whole file, when it is not there itself.
    public subscript(_ path: String) -> Place? {
        var rest = Substring(path)
        while !rest.isEmpty {
            if let place = places[String(rest)] { return place }
            rest = rest[..<(rest.lastIndex { $0 == "." || $0 == "[" } ?? rest.startIndex)]
        }
        return places[""]
    }

    /// Whether there is a field of that path.
    public func has(_ path: String) -> Bool { places[path] != nil }

    private mutating func add(_ mapping: Node.Mapping, _ path: String) {
        for (key, node) in mapping {
            guard let name = key.scalar?.string else { continue }
            add(node, path.isEmpty ? name : "\(path).\(name)")
        }
    }

    private mutating func add(_ node: Node, _ path: String) {
        if let mark = node.mark { places[path] = Place(line: mark.line, column: mark.column) }
        if case .mapping(let inner) = node { add(inner, path) }
        if case .sequence(let list) = node {
            for (index, entry) in list.enumerated() { add(entry, "\(path)[\(index + 1)]") }
        }
    }
}
