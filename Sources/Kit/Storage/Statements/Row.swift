/// One row of an answer. Columns are read by name: `let title: String = try row["title"]`.
public struct Row: Sendable {
    /// The names are shared by all rows of an answer.
    let names: [String]
    let values: [Value]

    /// For drivers: names and values in the same order.
    public init(names: [String], values: [Value]) {
        self.names = names
        self.values = values
    }

    /// The value of a column. Throws a `StorageFault` when there is no such column or it holds another kind of value: that is
    /// an error of the code or of the data, never something to go on with.
    public subscript<T: Storable>(name: String) -> T {
        get throws {
            guard let index = names.firstIndex(of: name) else {
                throw StorageFault(.shape, "no column \(name)")
            }
            guard let value = T(value: values[index]) else {
                throw StorageFault(.shape, "column \(name) does not hold a \(T.self)")
            }
            return value
        }
    }

    /// The value at a position, for answers of one column.
    public func at<T: Storable>(_ index: Int) throws -> T {
        guard index < values.count, let value = T(value: values[index]) else {
            throw StorageFault(.shape, "column \(index) does not hold a \(T.self)")
        }
        return value
    }

    /// Names and values in order, for copies of whole tables.
    public var cells: [(name: String, value: Value)] {
        zip(names, values).map { ($0, $1) }
    }
}
