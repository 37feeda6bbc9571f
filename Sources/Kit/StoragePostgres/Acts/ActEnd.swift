import CPostgres
import Storage

/// How a transaction came to its end.
enum ActEnd {
    case committed
    /// COMMIT was refused, and nothing is left behind.
    case refused(ServerError)
    /// COMMIT was sent and nobody answered.
    case unknown
}

extension PostgresSession {
    /// Sends COMMIT and lets go of what is held, in one journey.
    func commit() -> ActEnd {
        guard isOpen else { return .committed }
        let patience = Patience(
            mode == .alone ? connection.settings.alone : connection.settings.statement, grace: connection.settings.grace, mayCancel: false)
        do {
            try connection.send([.plain("COMMIT")] + release)
            try connection.commitIsAnswered(patience)
        } catch let error as ServerError {
            try? connection.finish(patience)
            letGo()
            return connection.isLost ? .unknown : .refused(error)
        } catch {
            return .unknown
        }
        try? connection.finish(patience)
        return .committed
    }

    /// Ends the transaction without a trace. A connection that can't even do that is not used again.
    func rollback() {
        guard !connection.isLost else { return }
        try? connection.finish(patience)
        if connection.isInTransaction {
            try? connection.command([.plain("ROLLBACK")] + release, patience)
        } else {
            letGo()
        }
        if connection.isInTransaction { _ = connection.lost("the transaction could not be ended") }
    }

    private var release: [Step] {
        holds.isEmpty && mode != .alone ? [] : [.plain("SELECT pg_advisory_unlock_all()")]
    }

    private func letGo() {
        if !release.isEmpty { try? connection.command(release, patience) }
    }
}

extension Connection {
    /// Sends steps and reads their answers to the end. Whatever fails makes the connection unusable.
    func command(_ steps: [Step], _ patience: Patience) throws {
        do {
            try send(steps)
            for _ in steps { try pass(patience) }
            try finish(patience)
        } catch {
            throw lost("the connection could not be brought back to rest")
        }
    }

    /// Reads the answer to COMMIT. The server answers ROLLBACK when the transaction had failed before.
    func commitIsAnswered(_ patience: Patience) throws {
        var tag = ""
        try pass(patience) { tag = String(cString: PQcmdStatus($0)) }
        if tag != "COMMIT" { throw ServerError.notCommitted }
    }
}
