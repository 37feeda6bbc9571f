/// The place of a secret. It is the associated data of the encryption: a cell copied to another row does not open there.
public struct Cell: Sendable, Hashable {
    let table: String
    let column: String
    let row: Int64

    public init(table: String, column: String, row: Int64) {
        self.table = table
        self.column = column
        self.row = row
    }

    var name: String { "\(table).\(column)" }

    /// The table, the column and the row, as the encryption takes them: its associated data.
    public var identity: [UInt8] {
        Array(name.utf8) + [0] + withUnsafeBytes(of: row.bigEndian, Array.init)
    }
}

/// A personal value as it stands in memory: closed. It prints as nothing, and only code that imports the `Disclosure` interface
/// can open it, after the trace of who looks and why was committed.
public struct Sealed: Sendable, CustomStringConvertible {
    private let bytes: [UInt8]
    private let cell: Cell

    /// The secret of a row that was read.
    public init(_ row: Row, _ column: String, of table: String, id: Int64) throws {
        bytes = try row[column]
        cell = Cell(table: table, column: column, row: id)
    }

    public var description: String { "(sealed)" }

    /// The text that was sealed.
    @_spi(Disclosure) public func open(with keyring: Keyring) throws -> String {
        String(decoding: try bytes(with: keyring), as: UTF8.self)
    }

    /// The bytes that were sealed.
    @_spi(Disclosure) public func bytes(with keyring: Keyring) throws -> [UInt8] {
        try keyring.open(bytes, at: cell)
    }
}
