import Civic
import Storage

/// What people of the staff change of what they sign in with: in the steps of their first sign-in, and later on their own page.
extension EntryDesk {
    /// nil when it can be theirs.
    func problem(_ password: String, of holder: StaffSecrets) async throws -> PasswordRules.Problem? {
        try rules.problem(password, login: holder.login)
    }

    /// Whether a password is the one in use: a new one must be another.
    func isInUse(_ password: String, of holder: StaffSecrets) async throws -> Bool {
        try await line.verify(password, against: holder.password)
    }

    /// Their own password from now on. Gives back what it is stored as.
    func choose(_ password: String, of staff: Int64) async throws -> PasswordHash {
        let hash = try await line.hash(password)
        let secrets = secrets
        try await database.write { transaction in
            try secrets.setPassword(hash, until: nil, of: staff, transaction)
            try transaction.record(
                Event("staff.passwordChosen", object: AuditEntry.Object("staff", staff)), by: Actor(.staff(staff), assurance: .verified))
        }
        return hash
    }

    /// Confirms the second factor that waits, with its first code, and gives back the recovery codes, which are shown once. nil when the
    /// code is wrong.
    func confirm(_ code: String, of holder: StaffSecrets) async throws -> [RecoveryCode]? {
        guard let factor = holder.nextCode else { return nil }
        let keys = [SignInBrake.Key(policy: .code, of: "\(holder.id)")]
        _ = try await brake.attempt(keys)
        guard let step = factor.step(of: code, at: clock.now.milliseconds, after: 0) else {
            try await record("staff.firstCodeFailed", of: holder.id, by: .anonymous)
            return nil
        }
        try await brake.succeeded(keys)
        let secrets = secrets
        let codes = (0..<RecoveryCode.count).map { _ in RecoveryCode.new() }
        try await database.write { transaction in
            try secrets.confirm(factor, step: step, of: holder.id, transaction)
            try secrets.setRecovery(codes, of: holder.id, transaction)
            try transaction.record(
                Event("staff.secondFactorChosen", object: AuditEntry.Object("staff", holder.id)),
                by: Actor(.staff(holder.id), assurance: .verified))
        }
        return codes
    }

    /// New recovery codes in the place of the former ones.
    func renewRecovery(of staff: Int64) async throws -> [RecoveryCode] {
        let secrets = secrets
        let codes = (0..<RecoveryCode.count).map { _ in RecoveryCode.new() }
        try await database.write { transaction in
            try secrets.setRecovery(codes, of: staff, transaction)
            try transaction.record(
                Event("staff.recoveryRenewed", object: AuditEntry.Object("staff", staff)), by: Actor(.staff(staff), assurance: .verified))
        }
        return codes
    }

    /// Somebody's secrets by their id, for their own page.
    func own(_ staff: Int64) async throws -> StaffSecrets? {
        let accounts = accounts
        return try await database.read { try accounts.secrets(staff, $0) }
    }
}

extension EntryDesk {
    /// A code that would be taken now: for the demonstration, which shows it.
    func codeNow(_ code: TimeCode?, after last: Int64) -> String? {
        let now = TimeCode.step(at: clock.now.milliseconds)
        return code.flatMap { code in [now, now + 1].first { $0 > last }.map { code.code(at: $0) } }
    }
}

extension EntryDesk {
    /// Whether they are who signed in, asked again by both factors before something is changed that they sign in with (OWASP ASVS 5.0,
    /// 7.5.1): the password and a code of the moment, or a recovery code for whoever lost the telephone. Nil when they are no longer of
    /// the staff.
    func again(_ password: String, _ code: String, _ staff: Int64) async throws -> (problem: Again?, holder: StaffSecrets)? {
        guard let holder = try await own(staff) else { return nil }
        guard try await isTheirs(password, holder) else { return (.password, holder) }
        let isRight =
            try await (RecoveryCode(typed: code) == nil ? enter(holder, code: code.filter(\.isNumber)) : enter(holder, recovery: code))
        return (isRight ? nil : .code, holder)
    }

    /// The same by the password alone, before something is closed.
    func again(_ password: String, _ staff: Int64) async throws -> Bool? {
        guard let holder = try await own(staff) else { return nil }
        return try await isTheirs(password, holder)
    }

    /// What of it was wrong.
    enum Again: Sendable {
        case password, code
    }

    private func isTheirs(_ password: String, _ holder: StaffSecrets) async throws -> Bool {
        let keys = [SignInBrake.Key(policy: .code, of: "again \(holder.id)")]
        _ = try await brake.attempt(keys)
        guard try await line.verify(password, against: holder.password) else {
            try await record("staff.passwordAgainFailed", of: holder.id, by: .anonymous)
            return false
        }
        try await brake.succeeded(keys)
        return true
    }
}
