import Civic
import Foundation
import Storage

/// How somebody of the staff gets in: a password, then a code of the moment. Whether an account exists is never told, by words or by time.
public struct EntryDesk: Sendable {
    let database: Database
    let clock: Clock
    let line: PasswordLine
    let rules: PasswordRules
    let accounts: StaffStore
    let secrets: StaffSecretStore
    let brake: SignInBrake
    /// The name of the house in an authenticator.
    let issuer: String

    public init(
        _ database: Database, keyring: Keyring, clock: Clock, line: PasswordLine, rules: PasswordRules, issuer: String
    ) {
        self.database = database
        self.clock = clock
        self.line = line
        self.rules = rules
        self.issuer = issuer
        accounts = StaffStore(keyring: keyring)
        secrets = StaffSecretStore(keyring: keyring)
        brake = SignInBrake(database: database, keyring: keyring)
    }

    /// The first step. nil when login and password are not those of an open account, whatever the reason. Throws `TooManyAttempts`.
    func begin(_ login: String, _ password: String, client: String, known: KnownAccounts) async throws -> EntryTicket? {
        let accounts = accounts
        let typed = StaffLogin(login)
        let found = try await database.read { snapshot in try typed.flatMap { try accounts.secrets(of: $0, snapshot) } }
        let keys = keys(typed?.plain ?? login, client: client, nonce: found.flatMap { known.nonce(of: $0.id) })
        let isBraking = try await brake.attempt(keys)
        let isRight = try await line.verify(password, against: found?.password)
        let isInTime = found?.temporaryUntil.map { $0 > clock.now.milliseconds } ?? true
        guard isRight, isInTime, let found, !found.isClosed, let hash = found.password else {
            try await record(isBraking ? "staff.signInBraked" : "staff.signInFailed", of: found?.id, by: .anonymous)
            return nil
        }
        try await brake.succeeded(keys)
        if found.temporaryUntil != nil { return EntryTicket(found.id, .renewal, after: hash) }
        if found.code == nil { return try await enrolment(found.id, after: hash) }
        return EntryTicket(found.id, .code, after: hash)
    }

    /// Throws away what no longer makes anybody wait.
    public func sweep() async throws { try await brake.sweep() }

    /// Whose ticket it is, while it is good.
    func holder(_ ticket: EntryTicket) async throws -> StaffSecrets? {
        let accounts = accounts
        guard let found = try await database.read({ try accounts.secrets(ticket.staff, $0) }), !found.isClosed,
            let password = found.password, ticket.isOf(password)
        else { return nil }
        return found
    }

    /// The second step: the code of the moment, once. False when it is wrong, or was used.
    func enter(_ holder: StaffSecrets, code: String) async throws -> Bool {
        guard let factor = holder.code else { return false }
        let (secrets, now) = (secrets, clock.now.milliseconds)
        return try await second(holder, "staff.codeAccepted") { transaction in
            guard let step = factor.step(of: code, at: now, after: holder.lastStep) else { return false }
            return try secrets.use(step: step, of: holder.id, transaction)
        }
    }

    /// The second step without the device.
    func enter(_ holder: StaffSecrets, recovery: String) async throws -> Bool {
        let secrets = secrets
        let code = RecoveryCode(typed: recovery)
        return try await second(holder, "staff.recoveryAccepted") { transaction in
            try code.map { try secrets.use($0, of: holder.id, transaction) } ?? false
        }
    }

    /// A second factor that waits to be confirmed, for whoever must choose one now.
    func enrolment(_ staff: Int64, after password: PasswordHash) async throws -> EntryTicket {
        let secrets = secrets
        try await database.write { try secrets.offer(.new(), to: staff, $0) }
        return EntryTicket(staff, .enrolment, after: password)
    }

    /// `verb` is what the audit calls a right one.
    private func second(
        _ holder: StaffSecrets, _ verb: AuditEntry.Verb, _ check: @escaping @Sendable (Transaction) throws -> Bool
    ) async throws -> Bool {
        let keys = [SignInBrake.Key(policy: .code, of: "\(holder.id)")]
        let isBraking = try await brake.attempt(keys)
        let isRight = try await database.write { transaction in
            guard try check(transaction) else { return false }
            try transaction.record(
                Event(verb, object: AuditEntry.Object("staff", holder.id)), by: Actor(.staff(holder.id), assurance: .verified))
            return true
        }
        guard isRight else {
            try await record(isBraking ? "staff.codeBraked" : "staff.codeFailed", of: holder.id, by: .anonymous)
            return false
        }
        try await brake.succeeded(keys)
        return true
    }

    func record(_ verb: AuditEntry.Verb, of staff: Int64?, by actor: Actor) async throws {
        try await database.write { transaction in
            try transaction.record(Event(verb, object: staff.map { AuditEntry.Object("staff", $0) }), by: actor)
        }
    }

    /// From a browser that got into the account before, only its own tries count; from any other, those of the client and those of all.
    private func keys(_ login: String, client: String, nonce: [UInt8]?) -> [SignInBrake.Key] {
        if let nonce {
            return [SignInBrake.Key(policy: .device, of: login + "\u{0}" + Data(nonce).base64URL)]
        }
        return [
            SignInBrake.Key(policy: .client, of: client), SignInBrake.Key(policy: .pair, of: login + "\u{0}" + client),
            SignInBrake.Key(policy: .account, of: login),
        ]
    }
}
