/// A map with keys of `int`, `uint`, `bool` or `string`; numbers that are equal are one key, whatever their type.
public struct ValueMap: Sendable {
    public private(set) var entries: [(key: Value, value: Value)] = []
    private var places: [Key: Int] = [:]

    public init() {}

    public var count: Int { entries.count }

    /// A key by what makes it equal to another. Text is compared by its code points, without normalisation.
    private enum Key: Hashable {
        case bool(Bool)
        case whole(UInt64)
        case negative(Int64)
        case text([UInt8])
    }

    /// Puts a pair. Returns false, and leaves the map as it was, when the key is already there or cannot be one.
    public mutating func insert(_ key: Value, _ value: Value) -> Bool {
        guard Self.canBeKey(key), let place = Self.place(key), places[place] == nil else { return false }
        places[place] = entries.count
        entries.append((key, value))
        return true
    }

    /// The value under a key, or nil.
    public subscript(key: Value) -> Value? {
        Self.place(key).flatMap { places[$0] }.map { entries[$0].value }
    }

    /// The value under a text, or nil.
    public subscript(field: String) -> Value? {
        places[.text(Array(field.utf8))].map { entries[$0].value }
    }

    /// Whether a value is of one of the types that keys have.
    public static func canBeKey(_ value: Value) -> Bool {
        switch value {
        case .bool, .int, .uint, .string: true
        default: false
        }
    }

    private static func place(_ value: Value) -> Key? {
        switch value {
        case .bool(let bool): return .bool(bool)
        case .int(let number): return number < 0 ? .negative(number) : .whole(UInt64(number))
        case .uint(let number): return .whole(number)
        case .double(let number):
            if let whole = UInt64(exactly: number) { return .whole(whole) }
            return Int64(exactly: number).map { .negative($0) }
        case .string(let text): return .text(Array(text.utf8))
        default: return nil
        }
    }
}
