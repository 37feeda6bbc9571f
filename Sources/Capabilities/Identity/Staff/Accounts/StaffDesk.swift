import Civic
import Storage
import Web

/// The accounts of the staff: who they are, what they may do, and who says so.
public struct StaffDesk: Sendable {
    let database: Database
    let keyring: Keyring
    let clock: Clock
    let matrix: RoleMatrix
    let line: PasswordLine
    let sessions: Sessions
    let accounts: StaffStore
    let secrets: StaffSecretStore
    let roles = GrantStore()
    let agreements = AgreementStore()

    /// How long a one-time password waits to be used: 3 days.
    static let temporaryTerm: Int64 = 3 * 86_400_000

    public init(
        _ database: Database, keyring: Keyring, clock: Clock, matrix: RoleMatrix, line: PasswordLine, sessions: Sessions
    ) {
        self.database = database
        self.keyring = keyring
        self.clock = clock
        self.matrix = matrix
        self.line = line
        self.sessions = sessions
        accounts = StaffStore(keyring: keyring)
        secrets = StaffSecretStore(keyring: keyring)
    }

    /// Somebody of the staff with what they may do now, in two questions on one snapshot. nil when their account is closed.
    public func actor(_ staff: Int64) async throws -> Actor? {
        let (now, today, roles, agreements) = (clock.now.milliseconds, clock.today, roles, agreements)
        let found = try await database.read { snapshot in
            try roles.standing(staff, at: now, snapshot).map {
                ($0, try agreements.received(by: $0.institution, on: today, snapshot))
            }
        }
        guard let (standing, received) = found else { return nil }
        let grants = standing.roles.flatMap {
            matrix.grants($0, institution: standing.institution, point: standing.point, agreements: received)
        }
        return Actor(.staff(staff), assurance: .verified, grants: Set(grants), person: standing.person)
    }

    /// An account with the roles that it holds now. nil when there is none.
    public func account(_ id: Int64, by actor: Actor) async throws -> (account: StaffAccount, roles: [HeldRole])? {
        guard actor.maySomewhere(.manageStaff) else { throw Forbidden() }
        let (now, accounts, roles) = (clock.now.milliseconds, accounts, roles)
        return try await database.write { transaction in
            guard let account = try accounts.account(id, transaction) else { return nil }
            try actor.must(.manageStaff, Scope.Target(institution: account.institution))
            try transaction.record(Event("staff.read", object: AuditEntry.Object("staff", id)), by: actor)
            return (account, try roles.standing(id, at: now, transaction)?.roles ?? [])
        }
    }

    /// All accounts within the actor's reach.
    public func list(by actor: Actor) async throws -> [StaffAccount] {
        guard actor.maySomewhere(.manageStaff) else { throw Forbidden() }
        let (accounts, reach) = (accounts, actor.institutions(for: .manageStaff))
        return try await database.write { transaction in
            try transaction.record(Event("staff.listed"), by: actor)
            return try accounts.accounts(reach, transaction)
        }
    }

    /// Somebody's own account, as they see it.
    public func own(_ staff: Int64) async throws -> (account: StaffAccount, roles: [HeldRole], recoveryLeft: Int)? {
        let (now, accounts, roles, secrets) = (clock.now.milliseconds, accounts, roles, secrets)
        return try await database.read { snapshot in
            guard let account = try accounts.account(staff, snapshot) else { return nil }
            return (
                account, try roles.standing(staff, at: now, snapshot)?.roles ?? [], try secrets.recoveryLeft(of: staff, snapshot)
            )
        }
    }

    /// The post of somebody of the staff, for a person who reads who looked at them: never a name.
    public func post(_ staff: Int64) async throws -> (title: String, institution: String, point: Int64?)? {
        let accounts = accounts
        return try await database.read { try accounts.account(staff, $0) }.map { ($0.post, $0.institution, $0.point) }
    }

    /// Who has an open account at a point, or at none for nil.
    public func team(at point: Int64?) async throws -> [StaffAccount] {
        let accounts = accounts
        return try await database.read { try accounts.team(at: point, $0) }.sorted { $0.name < $1.name }
    }

    /// The keys of the institutions of which somebody has an open account.
    public func institutions() async throws -> Set<String> {
        let accounts = accounts
        return try await database.read(accounts.institutions)
    }

    /// Whether the person is a colleague of somebody of the staff: of the same institution, at the same point.
    public func isColleague(_ staff: Int64, _ person: PersonID, _ snapshot: Snapshot) throws -> Bool {
        try accounts.isColleague(staff, person, snapshot)
    }
}

extension Actor {
    /// The institutions for which the actor may, by any of their grants.
    func institutions(for permission: Permission) -> Scope.Reach<String> {
        var keys: Set<String> = []
        for grant in grants where grant.role.permissions.contains(permission) {
            switch grant.scope.institutions {
            case .all: return .all
            case .only(let some): keys.formUnion(some)
            }
        }
        return .only(keys)
    }
}
