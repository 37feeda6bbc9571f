/// A value as both engines keep it. Instants are integer milliseconds UTC, booleans 0 or 1, money whole pesos.
public enum Value: Sendable, Hashable {
    case null
    case int(Int64)
    case real(Double)
    case text(String)
    case bytes([UInt8])
}

/// A Swift type that a column can hold. `init(value:)` gives nil for a value of another kind, never a guess.
public protocol Storable: Sendable {
    /// What the column keeps.
    var value: Value { get }
    /// The Swift value, or nil when the column holds something else.
    init?(value: Value)
}

extension Int64: Storable {
    public var value: Value { .int(self) }
    public init?(value: Value) {
        guard case .int(let number) = value else { return nil }
        self = number
    }
}

extension Int: Storable {
    public var value: Value { .int(Int64(self)) }
    public init?(value: Value) {
        guard case .int(let number) = value else { return nil }
        self.init(exactly: number)
    }
}

extension Bool: Storable {
    public var value: Value { .int(self ? 1 : 0) }
    public init?(value: Value) {
        switch value {
        case .int(0): self = false
        case .int(1): self = true
        default: return nil
        }
    }
}

extension Double: Storable {
    public var value: Value { .real(self) }
    public init?(value: Value) {
        guard case .real(let number) = value else { return nil }
        self = number
    }
}

extension String: Storable {
    public var value: Value { .text(self) }
    public init?(value: Value) {
        guard case .text(let text) = value else { return nil }
        self = text
    }
}

extension [UInt8]: Storable {
    public var value: Value { .bytes(self) }
    public init?(value: Value) {
        guard case .bytes(let bytes) = value else { return nil }
        self = bytes
    }
}

extension Optional: Storable where Wrapped: Storable {
    public var value: Value { self?.value ?? .null }
    public init?(value: Value) {
        if case .null = value {
            self = .none
        } else if let wrapped = Wrapped(value: value) {
            self = .some(wrapped)
        } else {
            return nil
        }
    }
}
