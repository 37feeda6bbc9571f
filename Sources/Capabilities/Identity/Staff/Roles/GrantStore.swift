import Civic
import Storage

/// Roles that were given, and the standing of an account with those in force.
struct GrantStore: Sendable {
    /// An account with what it holds now.
    struct Standing {
        let institution: String
        let point: Int64?
        let person: PersonID?
        var roles: [HeldRole]
    }

    func insert(_ role: NewRole, to staff: Int64, by giver: Int64?, _ transaction: Transaction) throws -> Int64 {
        let id = try transaction.newID()
        let classes = role.sensitivities.map { "\($0.rawValue)" }.sorted().joined(separator: " ")
        try transaction.execute(
            """
            INSERT INTO staff_grant (id, staff, role, reach, point, sensitivities, since, until, by_staff)
            VALUES (\(id), \(staff), \(role.role.rawValue), \(role.reach.rawValue), \(role.point), \(classes), \(transaction.now),
                \(role.until?.milliseconds), \(giver))
            """)
        return id
    }

    /// False when it is none of theirs, or was taken.
    func take(_ id: Int64, of staff: Int64, _ transaction: Transaction) throws -> Bool {
        try transaction.execute(
            "UPDATE staff_grant SET taken = \(transaction.now) WHERE id = \(id) AND staff = \(staff) AND taken IS NULL") == 1
    }

    /// An open account with its roles in force, in one question. nil when it is closed, or never was.
    func standing(_ staff: Int64, at now: Int64, _ snapshot: Snapshot) throws -> Standing? {
        var standing: Standing?
        try snapshot.each(
            """
            SELECT a.institution AS institution, a.point AS own_point, a.person AS person, g.id AS id, g.role AS role, g.reach AS reach,
                g.point AS point, g.sensitivities AS sensitivities, g.since AS since, g.until AS until, g.by_staff AS by_staff
            FROM staff_account a
            LEFT JOIN staff_grant g ON g.staff = a.id AND g.taken IS NULL AND g.since <= \(now) AND (g.until IS NULL OR g.until > \(now))
            WHERE a.id = \(staff) AND a.closed IS NULL ORDER BY g.id
            """
        ) { row in
            if standing == nil {
                standing = Standing(
                    institution: try row["institution"], point: try row["own_point"], person: try row["person"], roles: [])
            }
            let id: Int64? = try row["id"]
            if id != nil, let role = try held(row) { standing?.roles.append(role) }
        }
        return standing
    }

    /// A role of another version of the program gives nothing.
    private func held(_ row: Row) throws -> HeldRole? {
        let (until, classes): (Int64?, String) = (try row["until"], try row["sensitivities"])
        guard let role = StaffRole(rawValue: try row["role"]), let reach = StaffReach(rawValue: try row["reach"]) else { return nil }
        return HeldRole(
            id: try row["id"], role: role, reach: reach, point: try row["point"],
            sensitivities: Set(classes.split(separator: " ").compactMap { Int($0).flatMap(Sensitivity.init(rawValue:)) }),
            since: Instant(milliseconds: try row["since"]), until: until.map(Instant.init(milliseconds:)), giver: try row["by_staff"])
    }
}
