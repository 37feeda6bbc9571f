import Foundation
import GRDB
import Storage

extension StorageFault {
    /// What the engine said, without the values that were sent to it.
    init(sqlite error: any Error) {
        guard let error = error as? DatabaseError else {
            self =
                error as? StorageFault
                ?? (error is CocoaError
                    ? StorageFault(.inputOutput, "the database's folder can't be made") : StorageFault(.statement, "\(type(of: error))"))
            return
        }
        let message = error.message ?? "code \(error.extendedResultCode.rawValue)"
        switch error.resultCode {
        case .SQLITE_CONSTRAINT: self.init(.constraint, message)
        case .SQLITE_FULL: self.init(.full, message)
        case .SQLITE_IOERR, .SQLITE_NOMEM, .SQLITE_CANTOPEN: self.init(.inputOutput, message)
        case .SQLITE_BUSY, .SQLITE_LOCKED: self.init(.busy, message)
        case .SQLITE_INTERRUPT: self.init(.tooLong, message)
        case .SQLITE_READONLY: self.init(.readOnly, message)
        case .SQLITE_CORRUPT, .SQLITE_NOTADB: self.init(.corrupt, message)
        case .SQLITE_MISUSE where message.contains("closed"): self.init(.closed, "the server is stopping")
        case .SQLITE_ERROR where message.contains("integer overflow"): self.init(.overflow, message)
        default: self.init(.statement, message)
        }
    }

    /// After these, SQLite may have rolled back more than the statement: nothing of the group can be trusted.
    var endsTransaction: Bool {
        switch kind {
        case .full, .inputOutput, .busy, .tooLong, .readOnly, .corrupt: true
        default: false
        }
    }
}
