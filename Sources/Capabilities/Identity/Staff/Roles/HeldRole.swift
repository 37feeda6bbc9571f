import Civic

/// A role that somebody of the staff holds: how far, for which classes of matters, and until when.
public struct HeldRole: Sendable, Hashable {
    public let id: Int64
    public let role: StaffRole
    public let reach: StaffReach
    /// The point of a reach of one point.
    public let point: Int64?
    public let sensitivities: Set<Sensitivity>
    public let since: Instant
    public let until: Instant?
    /// Who gave it; nil for a command on the server.
    public let giver: Int64?
}

/// A role as it is to be given.
public struct NewRole: Sendable, Hashable {
    public let role: StaffRole
    public let reach: StaffReach
    public let point: Int64?
    public let sensitivities: Set<Sensitivity>
    public let until: Instant?

    /// Ordinary matters are in every role. nil when the reach is one point and none is named.
    public init?(_ role: StaffRole, _ reach: StaffReach, point: Int64? = nil, sensitivities: Set<Sensitivity> = [], until: Instant? = nil) {
        if reach == .point, point == nil { return nil }
        self.role = role
        self.reach = reach
        self.point = reach == .point ? point : nil
        self.sensitivities = sensitivities.union([.ordinary])
        self.until = until
    }
}

extension RoleMatrix {
    /// What a held role comes to. The narrower of two holds: how far the role was given, and how far the matrix lets it reach. `point` is where
    /// the account attends, `agreements` those in force under which its institution sees matters of others.
    func grants(_ held: HeldRole, institution: String, point: Int64?, agreements: Set<Int64>) -> [Grant] {
        permissions(of: held.role).compactMap { cell, permissions in
            var scope = Scope(sensitivities: held.sensitivities, agreements: agreements)
            switch min(cell, held.reach) {
            case .point:
                guard let place = held.point ?? point else { return nil }
                scope.points = .only([place])
                scope.institutions = .only([institution])
            case .institution:
                scope.points = .all
                scope.institutions = .only([institution])
            case .network:
                scope.points = .all
                scope.institutions = .all
            }
            return Grant(Role(held.role.rawValue, permissions), scope)
        }
    }
}
