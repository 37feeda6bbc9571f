import Foundation

extension Trial {
    /// Why a line is none.
    public struct Unread: Error {
        public let message: String
    }

    private static let keys = ["expression", "variables", "unknown", "container", "check"]

    /// The trial of one line. Throws what is wrong with it, in words.
    public static func read(_ line: Data) throws(Unread) -> Trial {
        guard let whole = try? JSONDecoder().decode([String: PlainValue].self, from: line) else {
            throw Unread(message: "the line is no JSON object, like {\"expression\": \"1 + 1\"}")
        }
        for key in whole.keys.sorted() where !keys.contains(key) {
            throw Unread(message: "a line has no '\(key)'; there are: \(keys.joined(separator: ", "))")
        }
        guard case .string? = whole["expression"] else { throw Unread(message: "the line has no text as 'expression'") }
        do { return try JSONDecoder().decode(Trial.self, from: line) } catch {
            throw Unread(
                message:
                    "'variables' are by name, each a value or {\"type\": \"int\", \"value\": 5}; 'unknown' is a list of names; 'check' is true or false"
            )
        }
    }
}

extension Trial.Variable {
    private enum Field: String, CodingKey, CaseIterable { case type, value }

    private struct Name: CodingKey {
        let stringValue: String
        var intValue: Int? { nil }
        init(stringValue: String) { self.stringValue = stringValue }
        init?(intValue: Int) { nil }
    }

    /// A value alone, or an object with its type.
    public init(from decoder: any Decoder) throws {
        if let keys = try? decoder.container(keyedBy: Name.self).allKeys.map(\.stringValue) {
            let fields = try decoder.container(keyedBy: Field.self)
            guard keys.allSatisfy({ Field(rawValue: $0) != nil }) else {
                throw DecodingError.dataCorrupted(.init(codingPath: decoder.codingPath, debugDescription: "a field that is none"))
            }
            self.init(
                type: try fields.decodeIfPresent(String.self, forKey: .type),
                value: fields.contains(.value) ? try fields.decode(PlainValue.self, forKey: .value) : nil)
        } else {
            let value = try PlainValue(from: decoder)
            self.init(type: nil, value: value)
            if case .int = value { type = "int" }
        }
    }
}

extension ValueType {
    /// As an expression has it, or as a service calls its kinds.
    static func named(_ text: String) -> ValueType? {
        switch text {
        case "yesNo": .bool
        case "text": .string
        case "wholeNumber", "money": .int
        case "date": .timestamp
        case "texts": .list(.string)
        case "records": .list(.map(.string, .dyn))
        default: ValueType(text)
        }
    }

    static let allNamed = """
        bool, int, uint, double, string, bytes, timestamp, duration, dyn, list(int), map(string, dyn); or a kind of a service: yesNo, text, \
        wholeNumber, money, date, texts, records
        """
}
