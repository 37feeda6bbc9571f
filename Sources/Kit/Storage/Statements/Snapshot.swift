/// One unchanging view of the data. A failed statement poisons it on both engines: whatever comes after is refused, and the
/// whole block fails even if it caught the error.
public class Snapshot {
    let session: any Session
    private(set) var failure: StorageFault?
    /// How many statements were sent, so that a test can say what a request costs.
    public private(set) var statementCount = 0

    init(_ session: any Session) {
        self.session = session
    }

    /// Hands over each row of a query without keeping them all.
    public func each(_ sql: SQL, _ body: (Row) throws -> Void) throws {
        var thrownByBody: (any Error)?
        try attempt {
            try sql.mustBeStorable()
            try session.each(sql) { row in
                do { try body(row) } catch {
                    thrownByBody = error
                    throw error
                }
            }
        } unless: {
            thrownByBody != nil
        }
    }

    /// All rows of a query, in the order that the query gives.
    public func all(_ sql: SQL) throws -> [Row] {
        var rows: [Row] = []
        try each(sql) { rows.append($0) }
        return rows
    }

    /// All rows, each made into a value.
    public func all<T>(_ sql: SQL, _ make: (Row) throws -> T) throws -> [T] {
        var made: [T] = []
        try each(sql) { made.append(try make($0)) }
        return made
    }

    /// The first row, or nil.
    public func first(_ sql: SQL) throws -> Row? {
        try all(sql).first
    }

    /// The first column of the first row, or nil when there is no row.
    public func value<T: Storable>(_ sql: SQL, as type: T.Type = T.self) throws -> T? {
        try first(sql)?.at(0)
    }

    /// Runs one statement of the engine and remembers its failure. An error thrown by the caller's own block is not one.
    func attempt<T>(_ work: () throws -> T, unless isCallers: () -> Bool = { false }) throws -> T {
        if failure != nil {
            throw StorageFault(.poisoned, "an earlier statement of this transaction failed")
        }
        statementCount += 1
        do {
            return try work()
        } catch {
            if !isCallers() { failure = error as? StorageFault ?? StorageFault(.statement, "\(type(of: error))") }
            throw error
        }
    }

    /// Throws when any statement failed, though the block may have caught it.
    func mustBeWhole() throws {
        if let failure { throw failure }
    }
}
