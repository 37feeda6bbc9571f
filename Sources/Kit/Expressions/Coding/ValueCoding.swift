import Foundation

/// Values as cel.expr.Value has them in JSON (cel-spec, value.proto; ProtoJSON): `{"int64Value": "5"}`,
/// `{"listValue": {"values": [{"boolValue": true}]}}`.
extension Value: Codable {
    enum Field: String, CodingKey {
        case nullValue, boolValue, int64Value, uint64Value, doubleValue, stringValue, bytesValue, listValue, mapValue, objectValue,
            typeValue
    }

    private struct Elements: Codable { var values: [Value]? }

    private struct Entries: Codable {
        struct Entry: Codable {
            var key: Value
            var value: Value
        }
        var entries: [Entry]?
    }

    private struct Object: Codable {
        var type: String
        var value: String
        enum CodingKeys: String, CodingKey {
            case type = "@type"
            case value
        }
    }

    private static let prefix = "type.googleapis.com/"

    public init(from decoder: any Decoder) throws {
        let container = try decoder.container(keyedBy: Field.self)
        guard container.allKeys.count == 1, let field = container.allKeys.first else {
            throw DecodingError.dataCorrupted(.init(codingPath: decoder.codingPath, debugDescription: "one of its fields is expected"))
        }
        func wrong(_ what: String) -> DecodingError { .dataCorruptedError(forKey: field, in: container, debugDescription: what) }
        switch field {
        case .nullValue: self = .null
        case .boolValue: self = .bool(try container.decode(Bool.self, forKey: field))
        case .stringValue: self = .string(try container.decode(String.self, forKey: field))
        case .typeValue: self = .type(try container.decode(String.self, forKey: field))
        case .int64Value, .uint64Value, .doubleValue, .bytesValue:
            let types: [Field: ValueType] = [.int64Value: .int, .uint64Value: .uint, .doubleValue: .double]
            let plain = try container.decode(PlainValue.self, forKey: field)
            guard let value = plain.value(as: types[field] ?? .bytes) else { throw wrong("no such value") }
            self = value
        case .listValue: self = .list(try container.decode(Elements.self, forKey: field).values ?? [])
        case .mapValue:
            var map = ValueMap()
            for entry in try container.decode(Entries.self, forKey: field).entries ?? [] {
                guard map.insert(entry.key, entry.value) else { throw wrong("a key that is there twice, or cannot be one") }
            }
            self = .map(map)
        case .objectValue:
            let object = try container.decode(Object.self, forKey: field)
            let types = [Self.prefix + Timestamp.typeName: ValueType.timestamp, Self.prefix + TimeSpan.typeName: .duration]
            guard let type = types[object.type], let value = PlainValue.string(object.value).value(as: type) else {
                throw wrong("only moments and lengths of time are such objects")
            }
            self = value
        }
    }

    public func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: Field.self)
        switch self {
        case .null: try container.encodeNil(forKey: .nullValue)
        case .bool(let bool): try container.encode(bool, forKey: .boolValue)
        case .int(let int): try container.encode(String(int), forKey: .int64Value)
        case .uint(let uint): try container.encode(String(uint), forKey: .uint64Value)
        case .double(let double) where double.isFinite: try container.encode(double, forKey: .doubleValue)
        case .double(let double):
            try container.encode(double.isNaN ? "NaN" : double < 0 ? "-Infinity" : "Infinity", forKey: .doubleValue)
        case .string(let text): try container.encode(text, forKey: .stringValue)
        case .bytes(let bytes): try container.encode(Data(bytes).base64EncodedString(), forKey: .bytesValue)
        case .list(let values): try container.encode(Elements(values: values), forKey: .listValue)
        case .map(let map):
            try container.encode(Entries(entries: map.entries.map { Entries.Entry(key: $0.key, value: $0.value) }), forKey: .mapValue)
        case .timestamp(let moment):
            try container.encode(Object(type: Self.prefix + Timestamp.typeName, value: moment.text), forKey: .objectValue)
        case .duration(let span):
            try container.encode(Object(type: Self.prefix + TimeSpan.typeName, value: span.text), forKey: .objectValue)
        case .type(let name): try container.encode(name, forKey: .typeValue)
        }
    }
}
