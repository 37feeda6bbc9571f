extension Value {
    /// Whether two values are equal (langdef, "Equality"): numbers by their magnitude across their types, text by its code points, a
    /// `NaN` never, and values of different types never.
    public static func areEqual(_ a: Value, _ b: Value) -> Bool {
        switch (a, b) {
        case (.null, .null): return true
        case (.bool(let a), .bool(let b)): return a == b
        case (.string(let a), .string(let b)): return a.utf8.elementsEqual(b.utf8)
        case (.bytes(let a), .bytes(let b)): return a == b
        case (.timestamp(let a), .timestamp(let b)): return a == b
        case (.duration(let a), .duration(let b)): return a == b
        case (.type(let a), .type(let b)): return a == b
        case (.list(let a), .list(let b)): return a.count == b.count && zip(a, b).allSatisfy { areEqual($0, $1) }
        case (.map(let a), .map(let b)):
            return a.count == b.count && a.entries.allSatisfy { pair in b[pair.key].map { areEqual(pair.value, $0) } ?? false }
        default: return compareNumbers(a, b) == .same
        }
    }

    enum Ordering: Sendable { case less, same, more, none }

    /// How two values stand to each other; nil when their types have no order.
    static func compare(_ a: Value, _ b: Value) -> Ordering? {
        switch (a, b) {
        case (.bool(let a), .bool(let b)): return order(a ? 1 : 0, b ? 1 : 0)
        case (.string(let a), .string(let b)):
            // The bytes of UTF-8 have the order of the code points.
            return a.utf8.elementsEqual(b.utf8) ? .same : a.utf8.lexicographicallyPrecedes(b.utf8) ? .less : .more
        case (.bytes(let a), .bytes(let b)): return a == b ? .same : a.lexicographicallyPrecedes(b) ? .less : .more
        case (.timestamp(let a), .timestamp(let b)): return order(a, b)
        case (.duration(let a), .duration(let b)): return order(a.nanoseconds, b.nanoseconds)
        default: return compareNumbers(a, b)
        }
    }

    private static func order<T: Comparable>(_ a: T, _ b: T) -> Ordering { a < b ? .less : a == b ? .same : a > b ? .more : .none }

    /// Numbers of any two types on one line. A whole number beside a double is rounded to one, as the specification's cases have it.
    private static func compareNumbers(_ a: Value, _ b: Value) -> Ordering? {
        switch (a, b) {
        case (.int(let a), .int(let b)): return order(a, b)
        case (.uint(let a), .uint(let b)): return order(a, b)
        case (.double(let a), .double(let b)): return order(a, b)
        case (.int(let a), .uint(let b)): return a < 0 ? .less : order(UInt64(a), b)
        case (.uint(let a), .int(let b)): return b < 0 ? .more : order(a, UInt64(b))
        case (.int(let a), .double(let b)): return order(Double(a), b)
        case (.double(let a), .int(let b)): return order(a, Double(b))
        case (.uint(let a), .double(let b)): return order(Double(a), b)
        case (.double(let a), .uint(let b)): return order(a, Double(b))
        default: return nil
        }
    }
}
