extension Functions {
    /// Whole numbers never wrap around, and nothing is divided by zero but doubles (langdef, "Overflow").
    static let arithmetic: [String: [Overload]] = [
        "_+_": sums + concatenations,
        "_-_": differences,
        "_*_": [
            int { $0.multipliedReportingOverflow(by: $1) }, uint { $0.multipliedReportingOverflow(by: $1) }, double { $0 * $1 },
        ],
        "_/_": [
            int(dividing: true) { $0.dividedReportingOverflow(by: $1) }, uint(dividing: true) { $0.dividedReportingOverflow(by: $1) },
            double { $0 / $1 },
        ],
        "_%_": [
            int(dividing: true) { $0.remainderReportingOverflow(dividingBy: $1) },
            uint(dividing: true) { $0.remainderReportingOverflow(dividingBy: $1) },
        ],
        "-_": [
            Overload(
                [.int], .int,
                .one { (value) throws(EvaluationError) in
                    guard case .int(let int) = value else { throw mistake(value) }
                    guard int != .min else { throw EvaluationError(.overflow) }
                    return .int(-int)
                }),
            Overload(
                [.double], .double,
                .one { (value) throws(EvaluationError) in
                    guard case .double(let double) = value else { throw mistake(value) }
                    return .double(-double)
                }),
        ],
        "!_": [
            Overload(
                [.bool], .bool,
                .one { (value) throws(EvaluationError) in
                    guard case .bool(let bool) = value else { throw mistake(value) }
                    return .bool(!bool)
                })
        ],
    ]

    private static let sums: [Overload] = [
        int { $0.addingReportingOverflow($1) }, uint { $0.addingReportingOverflow($1) }, double { $0 + $1 },
        moment(.timestamp, .duration, .timestamp) { a, b in
            guard case (.timestamp(let moment), .duration(let span)) = (a, b) else { return nil }
            return .some(moment.adding(span).map { .timestamp($0) })
        },
        moment(.duration, .timestamp, .timestamp) { a, b in
            guard case (.duration(let span), .timestamp(let moment)) = (a, b) else { return nil }
            return .some(moment.adding(span).map { .timestamp($0) })
        },
        spans { $0.addingReportingOverflow($1) },
    ]

    private static let differences: [Overload] = [
        int { $0.subtractingReportingOverflow($1) }, uint { $0.subtractingReportingOverflow($1) }, double { $0 - $1 },
        moment(.timestamp, .timestamp, .duration) { a, b in
            guard case (.timestamp(let a), .timestamp(let b)) = (a, b) else { return nil }
            return .some(a.since(b).map { .duration($0) })
        },
        moment(.timestamp, .duration, .timestamp) { a, b in
            guard case (.timestamp(let moment), .duration(let span)) = (a, b) else { return nil }
            guard span.nanoseconds != .min else { return .some(nil) }
            return .some(moment.adding(TimeSpan(nanoseconds: -span.nanoseconds)).map { .timestamp($0) })
        },
        spans { $0.subtractingReportingOverflow($1) },
    ]

    private static let concatenations: [Overload] = [
        Overload(
            [.string, .string], .string,
            .two { (a, b) throws(EvaluationError) in
                guard case (.string(let a), .string(let b)) = (a, b) else { throw mistake(a, b) }
                return .string(a + b)
            }),
        Overload(
            [.bytes, .bytes], .bytes,
            .two { (a, b) throws(EvaluationError) in
                guard case (.bytes(let a), .bytes(let b)) = (a, b) else { throw mistake(a, b) }
                return .bytes(a + b)
            }),
        Overload(
            [.list(.parameter("A")), .list(.parameter("A"))], .list(.parameter("A")),
            .two { (a, b) throws(EvaluationError) in
                guard case (.list(let a), .list(let b)) = (a, b) else { throw mistake(a, b) }
                return .list(a + b)
            }),
    ]

    private static func int(
        dividing: Bool = false, _ operation: @escaping @Sendable (Int64, Int64) -> (partialValue: Int64, overflow: Bool)
    ) -> Overload {
        Overload(
            [.int, .int], .int,
            .two { (a, b) throws(EvaluationError) in
                guard case (.int(let a), .int(let b)) = (a, b) else { throw mistake(a, b) }
                if dividing, b == 0 { throw EvaluationError(.division) }
                let (result, overflow) = operation(a, b)
                guard !overflow else { throw EvaluationError(.overflow) }
                return .int(result)
            })
    }

    private static func uint(
        dividing: Bool = false, _ operation: @escaping @Sendable (UInt64, UInt64) -> (partialValue: UInt64, overflow: Bool)
    ) -> Overload {
        Overload(
            [.uint, .uint], .uint,
            .two { (a, b) throws(EvaluationError) in
                guard case (.uint(let a), .uint(let b)) = (a, b) else { throw mistake(a, b) }
                if dividing, b == 0 { throw EvaluationError(.division) }
                let (result, overflow) = operation(a, b)
                guard !overflow else { throw EvaluationError(.overflow) }
                return .uint(result)
            })
    }

    private static func double(_ operation: @escaping @Sendable (Double, Double) -> Double) -> Overload {
        Overload(
            [.double, .double], .double,
            .two { (a, b) throws(EvaluationError) in
                guard case (.double(let a), .double(let b)) = (a, b) else { throw mistake(a, b) }
                return .double(operation(a, b))
            })
    }

    /// nil for other types, and a nil within for what is out of range.
    private static func moment(
        _ a: ValueType, _ b: ValueType, _ result: ValueType, _ operation: @escaping @Sendable (Value, Value) -> Value??
    ) -> Overload {
        Overload(
            [a, b], result,
            .two { (a, b) throws(EvaluationError) in
                guard let outcome = operation(a, b) else { throw mistake(a, b) }
                guard let value = outcome else { throw EvaluationError(.range) }
                return value
            })
    }

    private static func spans(_ operation: @escaping @Sendable (Int64, Int64) -> (partialValue: Int64, overflow: Bool)) -> Overload {
        moment(.duration, .duration, .duration) { a, b in
            guard case (.duration(let a), .duration(let b)) = (a, b) else { return nil }
            let (sum, overflow) = operation(a.nanoseconds, b.nanoseconds)
            return .some(overflow ? nil : .duration(TimeSpan(nanoseconds: sum)))
        }
    }
}
