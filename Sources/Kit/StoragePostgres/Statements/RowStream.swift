import CPostgres
import Storage

/// The rows of one answer as they come in. When another statement is sent before the end, the rest is taken into memory first,
/// because a connection answers one question at a time.
final class RowStream {
    private let connection: Connection
    private let patience: Patience
    private let prepared: StatementCache.Prepared
    private var columns: Columns?
    private var kept: ArraySlice<Row> = []
    private var isAtEnd = false
    /// Rows that the statement touched.
    private(set) var touched = 0

    /// The connection has been asked, and the step of this statement is the next to be read.
    init(_ connection: Connection, _ prepared: StatementCache.Prepared, _ patience: Patience) {
        self.connection = connection
        self.prepared = prepared
        self.patience = patience
        columns = prepared.columns
        connection.streamNext()
    }

    func next() throws -> Row? {
        if let row = kept.popFirst() { return row }
        return isAtEnd ? nil : try receive()
    }

    /// Takes the rest into memory.
    func absorb() throws {
        var rows: [Row] = []
        while let row = isAtEnd ? nil : try receive() { rows.append(row) }
        kept += rows
    }

    /// Throws the rest away.
    func discard() throws {
        kept = []
        while !isAtEnd { _ = try receive() }
    }

    private func receive() throws -> Row? {
        while let result = try connection.part(patience) {
            defer { PQclear(result) }
            if columns == nil && PQnfields(result) > 0 {
                columns = Columns(result)
                prepared.columns = columns
            }
            if PQresultStatus(result) == PGRES_SINGLE_TUPLE, let columns { return try columns.row(0, of: result) }
            touched = Int(String(cString: PQcmdTuples(result))) ?? 0
        }
        try connection.finish(patience)
        isAtEnd = true
        return nil
    }
}
