/// A value of the Common Expression Language (cel-spec, doc/langdef.md, "Values"), without protocol buffer messages.
public enum Value: Sendable {
    case null
    case bool(Bool)
    case int(Int64)
    case uint(UInt64)
    case double(Double)
    case string(String)
    case bytes([UInt8])
    case list([Value])
    case map(ValueMap)
    case timestamp(Timestamp)
    case duration(TimeSpan)
    /// A type as a value, by its name.
    case type(String)

    /// The name of its runtime type: `int`, `list`, `google.protobuf.Timestamp`.
    public var typeName: String {
        switch self {
        case .null: "null_type"
        case .bool: "bool"
        case .int: "int"
        case .uint: "uint"
        case .double: "double"
        case .string: "string"
        case .bytes: "bytes"
        case .list: "list"
        case .map: "map"
        case .timestamp: Timestamp.typeName
        case .duration: TimeSpan.typeName
        case .type: "type"
        }
    }

    /// How much of the budget of an evaluation it takes to make or to walk: one, and one more for each 16 bytes or element.
    var cost: Int {
        switch self {
        case .string(let text): 1 + text.utf8.count / 16
        case .bytes(let bytes): 1 + bytes.count / 16
        case .list(let values): 1 + values.count
        case .map(let map): 1 + map.count
        default: 1
        }
    }
}
