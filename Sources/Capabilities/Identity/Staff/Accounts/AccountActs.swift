import Civic
import Storage
import Web

/// What those do who look after accounts. None of it is done to one's own.
extension StaffDesk {
    /// An account with a password that is shown once. The same key gives the same account again, and no password.
    public func create(_ new: NewAccount, once: OnceKey? = nil, by actor: Actor) async throws -> (id: Int64, password: String?) {
        try actor.must(.manageStaff, Scope.Target(institution: new.institution))
        let password = OneTimePassword.make()
        let hash = try await line.hash(password)
        let (people, accounts) = (PeopleDesk(keyring: keyring), accounts)
        let make: @Sendable (Transaction) throws -> Int64 = { transaction in
            let person = try new.run.flatMap { Identifier(.run, typed: $0.plain) }.flatMap { try people.find($0, transaction).first }
            guard
                let id = try accounts.insert(
                    new, person: person, hash, until: transaction.now + Self.temporaryTerm, transaction)
            else { throw LoginTaken() }
            try transaction.record(Event("staff.opened", object: AuditEntry.Object("staff", id), subject: person), by: actor)
            return id
        }
        guard let once else { return (try await database.write(make), password) }
        let mark = hash.text
        let answer = try await database.write(once: once) { transaction in Made(id: try make(transaction), mark: mark) }
        return (answer.id, answer.mark == mark ? password : nil)
    }

    /// Begins anew with somebody who lost what they sign in with: a one-time password and no sessions. The second factor stays, and is asked
    /// for with the new password, unless it is lost as well. How the administrator made sure who it is stands in the audit.
    func restart(
        _ staff: Int64, isSecondLost: Bool, after proof: RestartProof, once: OnceKey, by actor: Actor
    ) async throws -> String? {
        let password = OneTimePassword.make()
        let hash = try await line.hash(password)
        let (secrets, sessions, mark) = (secrets, sessions, hash.text)
        let answer = try await database.write(once: once) { transaction in
            try permit(staff, actor, transaction)
            try secrets.setPassword(hash, until: transaction.now + Self.temporaryTerm, of: staff, transaction)
            if isSecondLost {
                try secrets.forgetSecondFactor(of: staff, transaction)
                try transaction.record(Event("staff.secondFactorTaken", object: AuditEntry.Object("staff", staff)), by: actor)
            }
            try sessions.closeAll(of: .staff(staff), by: actor, transaction)
            try transaction.record(Event(proof.verb, object: AuditEntry.Object("staff", staff)), by: actor)
            return Made(id: staff, mark: mark)
        }
        return answer.mark == mark ? password : nil
    }

    /// Closes an account with its sessions, in one act.
    public func close(_ staff: Int64, by actor: Actor) async throws {
        let (secrets, sessions) = (secrets, sessions)
        try await database.write { transaction in
            try permit(staff, actor, transaction)
            guard try secrets.setClosed(true, of: staff, transaction) else { return }
            try sessions.closeAll(of: .staff(staff), by: actor, transaction)
            try transaction.record(Event("staff.closed", object: AuditEntry.Object("staff", staff)), by: actor)
        }
    }

    public func reopen(_ staff: Int64, by actor: Actor) async throws {
        let secrets = secrets
        try await database.write { transaction in
            try permit(staff, actor, transaction)
            guard try secrets.setClosed(false, of: staff, transaction) else { return }
            try transaction.record(Event("staff.reopened", object: AuditEntry.Object("staff", staff)), by: actor)
        }
    }

    /// Gives a role. Nobody gives one to themselves, nor one that reaches further than they do.
    @discardableResult
    public func give(_ role: NewRole, to staff: Int64, once: OnceKey? = nil, by actor: Actor) async throws -> Int64 {
        let roles = roles
        let giver: Int64? = if case .staff(let id) = actor.identity { id } else { nil }
        let act: @Sendable (Transaction) throws -> Int64 = { transaction in
            try permit(staff, actor, transaction)
            if role.reach == .network, actor.institutions(for: .manageStaff) != .all { throw WiderThanGiver() }
            let id = try roles.insert(role, to: staff, by: giver, transaction)
            try transaction.record(Event("staff.roleGiven", object: AuditEntry.Object("staffGrant", id)), by: actor)
            return id
        }
        guard let once else { return try await database.write(act) }
        return try await database.write(once: once, act)
    }

    public func take(_ role: Int64, from staff: Int64, by actor: Actor) async throws {
        let roles = roles
        try await database.write { transaction in
            try permit(staff, actor, transaction)
            guard try roles.take(role, of: staff, transaction) else { return }
            try transaction.record(Event("staff.roleTaken", object: AuditEntry.Object("staffGrant", role)), by: actor)
        }
    }

    /// What an act that may be sent twice answers. `mark` tells whether it was this very call that did it.
    private struct Made: Codable, Sendable {
        let id: Int64
        let mark: String
    }

    /// Throws unless the account is another's, and within the actor's reach.
    func permit(_ staff: Int64, _ actor: Actor, _ transaction: Transaction) throws {
        guard let account = try accounts.account(staff, transaction) else { throw NotFound() }
        try actor.must(.manageStaff, Scope.Target(institution: account.institution))
        if case .staff(staff) = actor.identity { throw OwnAccount() }
    }
}
