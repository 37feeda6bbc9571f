/// The type of an expression, as far as it is known before it runs (langdef, "Gradual Type Checking").
public indirect enum ValueType: Sendable, Hashable {
    case null, bool, int, uint, double, string, bytes, timestamp, duration, type
    /// Any type: it is seen when the expression runs.
    case dyn
    case list(ValueType)
    case map(ValueType, ValueType)
    /// A type that an overload leaves open, by its name.
    case parameter(String)
    /// One that is still looked for.
    case open(Int)

    /// Reads `int`, `list(string)`, `map(string, dyn)`, `timestamp`; nil for anything else.
    public init?(_ text: String) {
        let text = text.filter { $0 != " " }
        if let plain = Self.plain[text] {
            self = plain
        } else if text.hasPrefix("list("), text.hasSuffix(")"), let element = ValueType(String(text.dropFirst(5).dropLast())) {
            self = .list(element)
        } else if text.hasPrefix("map("), text.hasSuffix(")") {
            let inner = text.dropFirst(4).dropLast()
            guard let comma = inner.firstIndex(of: ","), let key = ValueType(String(inner[..<comma])),
                let value = ValueType(String(inner[inner.index(after: comma)...]))
            else { return nil }
            self = .map(key, value)
        } else {
            return nil
        }
    }

    private static let plain: [String: ValueType] = [
        "null_type": .null, "bool": .bool, "int": .int, "uint": .uint, "double": .double, "string": .string, "bytes": .bytes,
        "timestamp": .timestamp, Timestamp.typeName: .timestamp, "duration": .duration, TimeSpan.typeName: .duration, "type": .type,
        "dyn": .dyn, "list": .list(.dyn), "map": .map(.dyn, .dyn),
    ]

    /// As it is written: `list(int)`.
    public var text: String {
        switch self {
        case .null: "null_type"
        case .bool: "bool"
        case .int: "int"
        case .uint: "uint"
        case .double: "double"
        case .string: "string"
        case .bytes: "bytes"
        case .timestamp: Timestamp.typeName
        case .duration: TimeSpan.typeName
        case .type: "type"
        case .dyn, .open: "dyn"
        case .list(let element): "list(\(element.text))"
        case .map(let key, let value): "map(\(key.text), \(value.text))"
        case .parameter(let name): name
        }
    }

    /// Whether a value may be of this type; of lists and maps every element is looked at.
    public func admits(_ value: Value) -> Bool {
        switch (self, value) {
        case (.dyn, _), (.parameter, _), (.open, _): true
        case (.list(let element), .list(let values)): values.allSatisfy(element.admits)
        case (.map(let key, let kept), .map(let map)): map.entries.allSatisfy { key.admits($0.key) && kept.admits($0.value) }
        default: accepts(value)
        }
    }

    /// Whether a value is of this type as dispatch sees it: a list is a list, whatever is in it.
    func accepts(_ value: Value) -> Bool {
        switch (self, value) {
        case (.dyn, _), (.parameter, _), (.open, _), (.null, .null), (.bool, .bool), (.int, .int), (.uint, .uint), (.double, .double),
            (.string, .string), (.bytes, .bytes), (.timestamp, .timestamp), (.duration, .duration), (.type, .type), (.list, .list),
            (.map, .map):
            true
        default: false
        }
    }
}
