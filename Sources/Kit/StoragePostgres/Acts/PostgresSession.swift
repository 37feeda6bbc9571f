import CPostgres
import Storage

/// One transaction on one connection. BEGIN is sent together with the first statement. What went wrong is remembered here, since
/// a block may catch what it is thrown.
final class PostgresSession: Session {
    enum Mode {
        case read, act, alone
    }

    enum Failure {
        /// It met another transaction, or a statement has to be prepared again.
        case again(code: String)
        case lost(reason: String)
        case fault(StorageFault)
    }

    var dialect: Dialect { .postgres }
    let connection: Connection
    private(set) var failure: Failure?
    private(set) var holds: Holds
    let mode: Mode
    private var hasBegun = false
    private var stream: RowStream?

    init(_ connection: Connection, _ mode: Mode, holds: Holds = Holds()) {
        self.connection = connection
        self.mode = mode
        self.holds = holds
    }

    /// Takes what is to be held before the snapshot.
    func begin() throws {
        try attempt {
            if mode == .alone { try connection.takeTurn() }
            try connection.take(holds.foreseen, patience)
        }
    }

    func each(_ sql: SQL, _ body: (Row) throws -> Void) throws {
        let stream = try open(sql)
        while let row = try attempt({ try stream.next() }) {
            do { try body(row) } catch {
                try attempt { try stream.discard() }
                throw error
            }
        }
    }

    func execute(_ sql: SQL) throws -> Int {
        let stream = try open(sql)
        try attempt { try stream.discard() }
        return stream.touched
    }

    /// Columns travel as arrays, a few thousand rows to a statement: one text and one plan, however many rows.
    func load(_ table: String, _ rows: IntegerRows) throws {
        for start in stride(from: 0, to: rows.count, by: 8192) {
            _ = try execute(.loading(rows, of: start..<min(start + 8192, rows.count), into: table))
        }
    }

    func hold(_ table: String, _ id: Int64) throws {
        let key = HoldKey(table, id)
        if holds.contains(key) { return }
        try attempt {
            try stream?.absorb()
            try connection.take([key], patience)
        }
        holds.append(key)
        if hasBegun { _ = try execute(.locking(table, id)) }
    }

    /// What COMMIT, ROLLBACK and every statement are given to answer.
    var patience: Patience {
        Patience(mode == .alone ? connection.settings.alone : connection.settings.statement, grace: connection.settings.grace)
    }

    var isOpen: Bool { hasBegun }

    private func open(_ sql: SQL) throws -> RowStream {
        let (text, values) = sql.rendered(for: .postgres)
        return try attempt {
            try stream?.absorb()
            let opening = hasBegun ? [] : mode.opening(connection.settings)
            hasBegun = true
            let opened = try connection.open(text, values, after: opening, patience)
            stream = opened
            return opened
        }
    }

    /// Does one thing with the server and remembers what went wrong.
    @discardableResult
    private func attempt<Answer>(_ work: () throws -> Answer) throws -> Answer {
        do {
            return try work()
        } catch let error as ServerError {
            try? connection.finish(patience)
            switch error.consequence {
            case .again: failure = .again(code: error.code)
            case .prepareAgain:
                failure = connection.statements.count > 0 ? .again(code: error.code) : .fault(error.fault)
            case .lost: failure = .lost(reason: error.code)
            case .fault(let fault): failure = failure ?? .fault(fault)
            }
            if connection.isLost, case .fault = failure {} else if connection.isLost { failure = .lost(reason: error.code) }
            throw error.fault
        } catch let error as ConnectionLost {
            failure = .lost(reason: error.reason)
            throw StorageFault(.unavailable, error.reason)
        } catch let fault as StorageFault {
            failure = failure ?? .fault(fault)
            throw fault
        }
    }
}
