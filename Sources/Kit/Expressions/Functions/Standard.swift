extension Functions {
    /// What the specification lists (langdef, "List of Standard Definitions"); `==`, `!=`, `&&`, `||` and `?:` are of the language itself.
    public static let standard = Functions(
        [arithmetic, ordering, sizes, texts, conversions, moments].reduce(into: [:]) { all, part in all.merge(part) { $0 + $1 } })

    static func mistake(_ values: Value...) -> EvaluationError {
        EvaluationError(.noSuchOverload, values.map(\.typeName).joined(separator: ", "))
    }

    private static let sizes: [String: [Overload]] = [
        "size": [ValueType.string, .bytes, .list(.parameter("A")), .map(.parameter("A"), .parameter("B"))].flatMap { type in
            [false, true].map { isMember in
                Overload(
                    [type], .int, isMember: isMember,
                    .one { (value) throws(EvaluationError) in
                        switch value {
                        case .string(let text): .int(Int64(text.unicodeScalars.count))
                        case .bytes(let bytes): .int(Int64(bytes.count))
                        case .list(let values): .int(Int64(values.count))
                        case .map(let map): .int(Int64(map.count))
                        default: throw mistake(value)
                        }
                    })
            }
        },
        "@in": [
            Overload(
                [.parameter("A"), .list(.parameter("A"))], .bool,
                .two { (value, list) throws(EvaluationError) in
                    guard case .list(let values) = list else { throw mistake(value, list) }
                    return .bool(values.contains { Value.areEqual($0, value) })
                }),
            Overload(
                [.parameter("A"), .map(.parameter("A"), .parameter("B"))], .bool,
                .two { (value, map) throws(EvaluationError) in
                    guard case .map(let map) = map else { throw mistake(value, map) }
                    return .bool(map[value] != nil)
                }),
        ],
        "_[_]": [
            Overload(
                [.list(.parameter("A")), .int], .parameter("A"),
                .two { (list, index) throws(EvaluationError) in
                    try element(of: list, at: index)
                }),
            Overload(
                [.map(.parameter("A"), .parameter("B")), .parameter("A")], .parameter("B"),
                .two { (map, key) throws(EvaluationError) in
                    guard case .map(let map) = map else { throw mistake(map, key) }
                    guard let value = map[key] else { throw EvaluationError(.noSuchKey) }
                    return value
                }),
            Overload(
                [.list(.parameter("A")), .uint], .parameter("A"), isForDynamic: true,
                .two { (list, index) throws(EvaluationError) in
                    try element(of: list, at: index)
                }),
            Overload(
                [.list(.parameter("A")), .double], .parameter("A"), isForDynamic: true,
                .two { (list, index) throws(EvaluationError) in
                    try element(of: list, at: index)
                }),
        ],
    ]

    private static func element(of list: Value, at index: Value) throws(EvaluationError) -> Value {
        guard case .list(let values) = list else { throw mistake(list, index) }
        let place: Int? =
            switch index {
            case .int(let number): Int(exactly: number)
            case .uint(let number): Int(exactly: number)
            case .double(let number): Int(exactly: number)
            default: throw mistake(list, index)
            }
        guard let place else { throw EvaluationError(.invalid, "an index is a whole number") }
        guard values.indices.contains(place) else { throw EvaluationError(.index, "\(place)") }
        return values[place]
    }

    private static let ordering: [String: [Overload]] = {
        let kinds: [ValueType] = [.bool, .int, .uint, .double, .string, .bytes, .timestamp, .duration]
        let numbers: [ValueType] = [.int, .uint, .double]
        let pairs = kinds.map { ($0, $0) } + numbers.flatMap { a in numbers.filter { $0 != a }.map { (a, $0) } }
        let signs: [(String, Set<Value.Ordering>)] = [("<", [.less]), ("<=", [.less, .same]), (">", [.more]), (">=", [.more, .same])]
        return Dictionary(
            uniqueKeysWithValues: signs.map { sign, holds in
                let body: Overload.Body = .two { (a, b) throws(EvaluationError) in
                    guard let order = Value.compare(a, b) else { throw mistake(a, b) }
                    return .bool(holds.contains(order))
                }
                return ("_\(sign)_", pairs.map { Overload([$0, $1], .bool, body) })
            })
    }()
}
