import Civic
import Storage
import Web

/// Accounts that sign in at their own institution. An account is linked by whoever looks after accounts, and never made by a sign-in.
extension StaffDesk {
    /// Says that whoever the provider calls so is this account.
    public func link(_ staff: Int64, to name: String, at issuer: String, once: OnceKey, by actor: Actor) async throws {
        let links = LinkStore(keyring: keyring)
        _ = try await database.write(once: once) { transaction in
            try permit(staff, actor, transaction)
            if let holder = try links.staff(.account, name, issuer: issuer, transaction), holder != staff { throw LoginTaken() }
            _ = try links.end(of: staff, transaction)
            try links.insert(.account, name, issuer: issuer, to: staff, transaction)
            try transaction.record(Event("staff.linked", object: AuditEntry.Object("staff", staff)), by: actor)
            return true
        }
    }

    /// How an account signs in there.
    public func linkStanding(of staff: Int64, at issuer: String) async throws -> LinkStanding {
        let links = LinkStore(keyring: keyring)
        return try await database.read { snapshot in
            if try links.hasSubject(staff, issuer: issuer, snapshot) { return .bound }
            return try links.isLinked(staff, issuer: issuer, snapshot) ? .waiting : .none
        }
    }

    /// Takes the link away, and the sessions with it.
    public func unlink(_ staff: Int64, by actor: Actor) async throws {
        let (links, sessions) = (LinkStore(keyring: keyring), sessions)
        try await database.write { transaction in
            try permit(staff, actor, transaction)
            guard try links.end(of: staff, transaction) > 0 else { return }
            try sessions.closeAll(of: .staff(staff), by: actor, transaction)
            try transaction.record(Event("staff.unlinked", object: AuditEntry.Object("staff", staff)), by: actor)
        }
    }

    /// How an open account is found for somebody who signed in at their institution. With the first sign-in the account is bound to the
    /// subject: an e-mail that is given to somebody else later leads nowhere.
    public var signIn: StaffSignIn {
        let (database, links) = (database, LinkStore(keyring: keyring))
        return StaffSignIn { claim in
            try await database.write { transaction in
                func accept(_ staff: Int64, _ verb: AuditEntry.Verb) throws -> Int64 {
                    try transaction.record(
                        Event(verb, object: AuditEntry.Object("staff", staff)), by: Actor(.staff(staff), assurance: .verified))
                    return staff
                }
                if let subject = claim.subject, let staff = try links.staff(.subject, subject, issuer: claim.issuer, transaction) {
                    return try accept(staff, "staff.institutionAccepted")
                }
                guard let staff = try links.staff(.account, claim.account, issuer: claim.issuer, transaction),
                    try !links.hasSubject(staff, issuer: claim.issuer, transaction)
                else { return nil }
                if let subject = claim.subject {
                    try links.insert(.subject, subject, issuer: claim.issuer, to: staff, transaction)
                    _ = try accept(staff, "staff.bound")
                }
                return try accept(staff, "staff.institutionAccepted")
            }
        }
    }
}
