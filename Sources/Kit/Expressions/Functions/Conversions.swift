extension Functions {
    static let conversions: [String: [Overload]] = [
        "int": [
            whole(.int) { $0 }, whole(.uint) { $0 },
            one(.double, .int) {
                guard case .double(let double) = $0 else { return nil }
                // The ends of the range are no doubles: what would round to them is out of it.
                return .some(double > -0x1p63 && double < 0x1p63 ? .int(Int64(double)) : nil)
            },
            one(.string, .int) {
                guard case .string(let text) = $0 else { return nil }
                return .some(Int64(text).map { .int($0) })
            },
            one(.timestamp, .int) {
                guard case .timestamp(let moment) = $0 else { return nil }
                return .some(.int(moment.seconds))
            },
        ],
        "uint": [
            one(.uint, .uint) { $0 },
            one(.int, .uint) {
                guard case .int(let int) = $0 else { return nil }
                return .some(UInt64(exactly: int).map { .uint($0) })
            },
            one(.double, .uint) {
                guard case .double(let double) = $0 else { return nil }
                return .some(double >= 0 && double < 0x1p64 ? .uint(UInt64(double)) : nil)
            },
            one(.string, .uint) {
                guard case .string(let text) = $0 else { return nil }
                return .some(text.utf8.allSatisfy(isDigit) ? UInt64(text).map { .uint($0) } : nil)
            },
        ],
        "double": [
            one(.double, .double) { $0 },
            one(.int, .double) {
                guard case .int(let int) = $0 else { return nil }
                return .double(Double(int))
            },
            one(.uint, .double) {
                guard case .uint(let uint) = $0 else { return nil }
                return .double(Double(uint))
            },
            one(.string, .double) {
                guard case .string(let text) = $0 else { return nil }
                // Hexadecimal needs its exponent.
                if text.contains(where: { $0 == "x" || $0 == "X" }), !text.contains(where: { $0 == "p" || $0 == "P" }) { return .some(nil) }
                return .some(Double(text).map { .double($0) })
            },
        ],
        "bool": [
            one(.bool, .bool) { $0 },
            one(.string, .bool) {
                guard case .string(let text) = $0 else { return nil }
                switch text {
                case "1", "t", "true", "TRUE", "True": return .bool(true)
                case "0", "f", "false", "FALSE", "False": return .bool(false)
                default: return .some(nil)
                }
            },
        ],
        "string": ([ValueType.string, .bool, .int, .uint, .double, .timestamp, .duration, .bytes]).map { type in
            Overload([type], .string, .one { (value) throws(EvaluationError) in .string(try text(value)) })
        },
        "bytes": [
            one(.bytes, .bytes) { $0 },
            one(.string, .bytes) {
                guard case .string(let text) = $0 else { return nil }
                return .bytes(Array(text.utf8))
            },
        ],
        "type": [Overload([.parameter("A")], .type, .one { (value) throws(EvaluationError) in .type(value.typeName) })],
        "dyn": [Overload([.parameter("A")], .dyn, .one { (value) throws(EvaluationError) in value })],
        "timestamp": [
            one(.timestamp, .timestamp) { $0 },
            one(.int, .timestamp) {
                guard case .int(let seconds) = $0 else { return nil }
                return .some(Timestamp(seconds: seconds).map { .timestamp($0) })
            },
            one(.string, .timestamp) {
                guard case .string(let text) = $0 else { return nil }
                return .some(Timestamp(text).map { .timestamp($0) })
            },
        ],
        "duration": [
            one(.duration, .duration) { $0 },
            one(.string, .duration) {
                guard case .string(let text) = $0 else { return nil }
                return .some(TimeSpan(text).map { .duration($0) })
            },
        ],
    ]

    private static func text(_ value: Value) throws(EvaluationError) -> String {
        switch value {
        case .string(let text): return text
        case .bool(let bool): return bool ? "true" : "false"
        case .int(let int): return String(int)
        case .uint(let uint): return String(uint)
        case .double(let double): return DoubleText.of(double)
        case .timestamp(let moment): return moment.text
        case .duration(let span): return span.text
        case .bytes(let bytes):
            guard let text = String(validating: bytes, as: UTF8.self) else { throw EvaluationError(.invalid, "not valid UTF-8") }
            return text
        default: throw mistake(value)
        }
    }

    /// nil for another type, and a nil within for what cannot be told in the other type.
    private static func one(_ type: ValueType, _ result: ValueType, _ convert: @escaping @Sendable (Value) -> Value??) -> Overload {
        Overload(
            [type], result,
            .one { (value) throws(EvaluationError) in
                guard type.accepts(value), let outcome = convert(value) else { throw mistake(value) }
                guard let converted = outcome else { throw EvaluationError(.range, "no \(result.text)") }
                return converted
            })
    }

    private static func whole(_ type: ValueType, _ same: @escaping @Sendable (Value) -> Value) -> Overload {
        one(type, .int) {
            switch $0 {
            case .int: .some(same($0))
            case .uint(let uint): .some(Int64(exactly: uint).map { .int($0) })
            default: nil
            }
        }
    }
}
