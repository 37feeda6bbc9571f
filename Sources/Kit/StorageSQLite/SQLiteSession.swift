import Foundation
import GRDB
import GRDBSQLite
import Storage

/// A connection of the pool, inside of a transaction.
final class SQLiteSession: Session {
    private let database: GRDB.Database
    /// A fault that ends the whole transaction, and with it the group, even if the block caught it.
    private(set) var endingFault: StorageFault?

    init(_ database: GRDB.Database) {
        self.database = database
    }

    var dialect: Dialect { .sqlite }

    func each(_ sql: Storage.SQL, _ body: (Storage.Row) throws -> Void) throws {
        let (text, values) = sql.rendered(for: .sqlite)
        let cursor = try engine {
            let statement = try database.cachedStatement(sql: text)
            statement.setUncheckedArguments(StatementArguments(values.map(DatabaseValue.init(_:))))
            return (statement.columnNames, try GRDB.Row.fetchCursor(statement, adapter: nil))
        }
        while let row = try engine({ try cursor.1.next() }) {
            try body(Storage.Row(names: cursor.0, values: row.databaseValues.map(Value.init(_:))))
        }
    }

    func execute(_ sql: Storage.SQL) throws -> Int {
        let (text, values) = sql.rendered(for: .sqlite)
        return try engine {
            let statement = try database.cachedStatement(sql: text)
            let before = database.totalChangesCount
            try statement.execute(arguments: StatementArguments(values.map(DatabaseValue.init(_:))))
            return database.totalChangesCount == before ? 0 : database.changesCount
        }
    }

    /// One statement, bound and stepped row by row, without anything made in between.
    func load(_ table: String, _ rows: IntegerRows) throws {
        let names = rows.columns.map(\.description)
        let marks = names.map { _ in "?" }.joined(separator: ", ")
        try engine {
            let statement = try database.cachedStatement(
                sql: "INSERT INTO \(table) (\(names.joined(separator: ", "))) VALUES (\(marks))")
            let handle = statement.sqliteStatement
            try rows.lend { cells, missing in
                sqlite3_reset(handle)
                defer {
                    sqlite3_reset(handle)
                    sqlite3_clear_bindings(handle)
                }
                for row in stride(from: 0, to: cells.count, by: names.count) {
                    for column in 0..<names.count {
                        let cell = cells[row + column]
                        let place = Int32(column + 1)
                        if cell == missing { sqlite3_bind_null(handle, place) } else { sqlite3_bind_int64(handle, place, cell) }
                    }
                    let code = sqlite3_step(handle)
                    guard code == SQLITE_DONE else {
                        throw DatabaseError(
                            resultCode: ResultCode(rawValue: code), message: "a row of a bulk load into \(table) was refused")
                    }
                    sqlite3_reset(handle)
                }
            }
        }
    }

    /// There is one writer: whoever is inside already holds everything.
    func hold(_ table: String, _ id: Int64) throws {}

    private func engine<T>(_ work: () throws -> T) throws -> T {
        do {
            return try work()
        } catch let cancellation as CancellationError {
            throw cancellation  // of a reader whose caller has gone
        } catch {
            let fault = StorageFault(sqlite: error)
            if fault.endsTransaction || !database.isInsideTransaction { endingFault = fault }
            throw fault
        }
    }
}

extension DatabaseValue {
    init(_ value: Value) {
        self =
            switch value {
            case .null: .null
            case .int(let number): number.databaseValue
            case .real(let number): number.databaseValue
            case .text(let text): text.databaseValue
            case .bytes(let bytes): Data(bytes).databaseValue
            }
    }
}

extension Value {
    init(_ stored: DatabaseValue) {
        self =
            switch stored.storage {
            case .null: .null
            case .int64(let number): .int(number)
            case .double(let number): .real(number)
            case .string(let text): .text(text)
            case .blob(let data): .bytes(Array(data))
            }
    }
}
