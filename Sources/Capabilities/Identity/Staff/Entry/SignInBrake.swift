import Civic
import Storage

/// Counts tries in the database, for all servers together and before the password is looked at, so that many tries at once are many tries.
struct SignInBrake: Sendable {
    let database: Database
    let keyring: Keyring

    /// After so long without a failure everything is forgotten: a day.
    private static let memory: Int64 = 86_400_000

    struct Key: Sendable, Hashable {
        let policy: BrakePolicy
        let of: String
    }

    /// Counts a try of each key. Throws `TooManyAttempts` when one of them must wait; then none was counted. Gives back whether the next
    /// one will have to wait.
    func attempt(_ keys: [Key]) async throws -> Bool {
        let store = BrakeStore()
        let digests = keys.map { ($0.policy, keyring.lookups("\($0.policy.name)\u{0}\($0.of)", in: "sign_in_brake.digest")) }
        return try await database.write { transaction in
            var isBraking = false
            for (policy, found) in digests {
                let row = try store.row(found, transaction)
                if let row, row.free > transaction.now { throw TooManyAttempts(seconds: Int((row.free - transaction.now + 999) / 1000)) }
                let failures = (row?.failures ?? 0) + 1
                let wait = policy.wait(after: failures)
                isBraking = isBraking || wait > 0
                try store.set(
                    found[0], was: row?.digest, failures: failures, free: transaction.now + wait, forgotten: transaction.now + Self.memory,
                    transaction)
            }
            return isBraking
        }
    }

    /// It was right after all: what was counted for the account is forgotten, and a client gets its try back.
    func succeeded(_ keys: [Key]) async throws {
        let store = BrakeStore()
        let digests = keys.map { ($0.policy, keyring.lookups("\($0.policy.name)\u{0}\($0.of)", in: "sign_in_brake.digest")) }
        try await database.write { transaction in
            for (policy, found) in digests {
                if policy == .client || policy == .account {
                    try store.giveBack(found, transaction)
                } else {
                    try store.forget(found, transaction)
                }
            }
        }
    }

    /// Throws away what no longer counts.
    func sweep() async throws {
        try await database.write { try BrakeStore().sweep($0) }
    }
}
