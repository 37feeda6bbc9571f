import Foundation

/// Plain JSON, which becomes a value when its type is known: `5` as an `int`, `"2026-11-02T00:00:00Z"` as a `timestamp`.
public indirect enum PlainValue: Decodable, Sendable {
    case null
    case bool(Bool)
    case int(Int64)
    case uint(UInt64)
    case double(Double)
    case string(String)
    case list([PlainValue])
    case object([String: PlainValue])
    /// Written with its type, as `ValueCoding` has it.
    case typed(Value)

    public init(from decoder: any Decoder) throws {
        let container = try decoder.singleValueContainer()
        if container.decodeNil() {
            self = .null
        } else if let bool = try? container.decode(Bool.self) {
            self = .bool(bool)
        } else if let int = try? container.decode(Int64.self) {
            self = .int(int)
        } else if let uint = try? container.decode(UInt64.self) {
            self = .uint(uint)
        } else if let double = try? container.decode(Double.self) {
            self = .double(double)
        } else if let text = try? container.decode(String.self) {
            self = .string(text)
        } else if let list = try? container.decode([PlainValue].self) {
            self = .list(list)
        } else if let value = try? container.decode(Value.self) {
            self = .typed(value)
        } else {
            self = .object(try container.decode([String: PlainValue].self))
        }
    }

    /// The value of that type, or nil when it is none. Without a type, a number is a `double` as in JSON (langdef, "JSON Data
    /// Conversion").
    public func value(as type: ValueType) -> Value? {
        switch (type, self) {
        case (_, .typed(let value)): return type.admits(value) ? value : nil
        case (.null, .null), (.dyn, .null): return .null
        case (.bool, .bool(let bool)), (.dyn, .bool(let bool)): return .bool(bool)
        case (.int, .int(let int)): return .int(int)
        case (.int, .string(let text)): return Int64(text).map { .int($0) }
        case (.uint, .int(let int)): return UInt64(exactly: int).map { .uint($0) }
        case (.uint, .uint(let uint)): return .uint(uint)
        case (.uint, .string(let text)): return UInt64(text).map { .uint($0) }
        case (.double, .double(let double)), (.dyn, .double(let double)): return .double(double)
        case (.double, .int(let int)), (.dyn, .int(let int)): return .double(Double(int))
        case (.double, .uint(let uint)), (.dyn, .uint(let uint)): return .double(Double(uint))
        case (.double, .string(let text)):
            let words = ["NaN": Double.nan, "Infinity": .infinity, "-Infinity": -.infinity]
            return (words[text] ?? Double(text)).map { .double($0) }
        case (.string, .string(let text)), (.dyn, .string(let text)): return .string(text)
        case (.bytes, .string(let text)): return Data(base64Encoded: text).map { .bytes(Array($0)) }
        case (.timestamp, .string(let text)):
            // A day alone is its midnight UTC.
            return (Timestamp(text) ?? Timestamp(text + "T00:00:00Z")).map { .timestamp($0) }
        case (.duration, .string(let text)): return TimeSpan(text).map { .duration($0) }
        case (.type, .string(let text)): return .type(text)
        case (.list(let element), .list(let values)): return list(values, of: element)
        case (.dyn, .list(let values)): return list(values, of: .dyn)
        case (.map(let key, let kept), .object(let fields)): return map(fields, key, kept)
        case (.dyn, .object(let fields)): return map(fields, .string, .dyn)
        default: return nil
        }
    }

    private func list(_ values: [PlainValue], of type: ValueType) -> Value? {
        let made = values.compactMap { $0.value(as: type) }
        return made.count == values.count ? .list(made) : nil
    }

    private func map(_ fields: [String: PlainValue], _ key: ValueType, _ kept: ValueType) -> Value? {
        var map = ValueMap()
        for (name, plain) in fields.sorted(by: { $0.key < $1.key }) {
            let word: PlainValue = key == .bool ? .bool(name == "true") : .string(name)
            guard let key = word.value(as: key), let value = plain.value(as: kept), map.insert(key, value) else { return nil }
        }
        return .map(map)
    }
}
