import Dispatch
@testable import Storage

/// What goes wrong in the middle of a group, and how each of its acts must end.
enum PlantedFault: String, CaseIterable, CustomStringConvertible {
    case refusal, constraint, caught, syntax, diskFull, rollbackClause, failedCommit, lateConstraint

    var description: String { rawValue }

    /// The act at fault. `account` is a number of its own for the row that it writes before.
    func act(_ account: Int64, _ transaction: Transaction) throws {
        try Sample.openAccount(account, transaction)
        switch self {
        case .refusal:
            throw Sample.Refusal(reason: "planted")
        case .constraint:
            try Sample.openAccount(account, transaction)
        case .caught:
            try? Sample.openAccount(account, transaction)
        case .syntax:
            try transaction.execute("SELECT nothing FROM nowhere")
        case .diskFull:
            try transaction.execute("INSERT INTO piece (id, content) VALUES (\(account), zeroblob(50000000))")
        case .rollbackClause:
            try transaction.execute("INSERT OR ROLLBACK INTO account (id, name, pesos) VALUES (\(account), 'again', 0)")
        case .failedCommit:
            try transaction.execute("PRAGMA defer_foreign_keys = ON")
            try transaction.execute("INSERT INTO entry (id, account, pesos) VALUES (\(account), 99, 0)")
        case .lateConstraint:
            try transaction.execute("UPDATE account SET pesos = -1 WHERE id = \(account)")
        }
    }

    /// Whether it takes the whole transaction with it, so that the neighbours have to be run again.
    var endsTheGroup: Bool { [.diskFull, .rollbackClause, .failedCommit].contains(self) }

    /// Those that both engines know.
    static let ofBoth: [PlantedFault] = [.refusal, .constraint, .caught, .syntax, .lateConstraint]

    /// What the caller of the act at fault gets.
    func isExpected(_ error: any Error) -> Bool {
        switch self {
        case .refusal: (error as? Sample.Refusal) == Sample.Refusal(reason: "planted")
        case .constraint, .caught, .rollbackClause, .failedCommit, .lateConstraint: (error as? StorageFault)?.kind == .constraint
        case .syntax: (error as? StorageFault)?.kind == .statement
        case .diskFull: (error as? StorageFault)?.kind == .full
        }
    }
}
