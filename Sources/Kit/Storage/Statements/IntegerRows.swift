/// Many rows of whole numbers for one table, side by side in memory: what a bulk load hands to the engine at once.
public struct IntegerRows: Sendable {
    /// The names of the columns, in the order of the cells of a row.
    public let columns: [StaticString]
    private var cells: [Int64] = []
    /// Stands for NULL: a number that no column keeps.
    private static let missing = Int64.min

    /// Room for so many rows is taken at once.
    public init(_ columns: [StaticString], capacity: Int) {
        self.columns = columns
        cells.reserveCapacity(columns.count * capacity)
    }

    public var count: Int { cells.count / columns.count }
    public var isEmpty: Bool { cells.isEmpty }

    /// Adds one cell; a row is whole when each column has had its own.
    @inlinable public mutating func add(_ number: some BinaryInteger) { append(Int64(number)) }

    /// Adds one cell that may be missing.
    @inlinable public mutating func add(_ number: Int64?) { append(number) }

    @usableFromInline mutating func append(_ number: Int64?) { cells.append(number ?? Self.missing) }

    /// Forgets the rows and keeps the room.
    public mutating func removeAll() { cells.removeAll(keepingCapacity: true) }

    /// A cell by the number of its row and column; nil for NULL.
    public func cell(_ row: Int, _ column: Int) -> Int64? {
        let number = cells[row * columns.count + column]
        return number == Self.missing ? nil : number
    }

    /// Lends all cells, row after row.
    public func lend<Answer>(_ body: (UnsafeBufferPointer<Int64>, _ missing: Int64) throws -> Answer) rethrows -> Answer {
        try cells.withUnsafeBufferPointer { try body($0, Self.missing) }
    }
}
