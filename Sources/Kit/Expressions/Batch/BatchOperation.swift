/// One step over many rows at once. Registers hold whole numbers: truth is 0 or 1, a day is its distance from 1 January 1970.
enum BatchOperation: Sendable {
    case constant(Int64)
    case load(column: Int)
    case binary(Binary, Int, Int)
    case unary(Unary, Int)
    case all([Int])
    case any([Int])
    case select(Int, Int, Int)
    case quotient(Int, Int, Int)
    /// A value that is looked up by a day and perhaps an age.
    case lookUp(Int, day: Int, age: Int?)

    enum Unary: Sendable { case not, negate, firstOfMonth }

    enum Binary: Sendable {
        case add, subtract, multiply, divide, remainder
        case less, lessOrEqual, more, moreOrEqual, equal, unequal
        case years, months, days, plusMonths, plusDays, least, most
    }
}

/// What is known of a row of a register.
public enum BatchStatus {
    public static let value: UInt8 = 0
    public static let error: UInt8 = 1
    public static let unknown: UInt8 = 2
}
