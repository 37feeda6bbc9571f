import Civic

/// The posts that the house knows. What each may do stands in `Catalogue/staff/roles.csv`, and nowhere else.
public enum StaffRole: String, Sendable, Hashable, CaseIterable {
    case agent, supervisor, editor, publisher, counterpart, analyst, officer, auditor, administrator

    /// Its name in words.
    public var title: TextKey {
        switch self {
        case .agent: "team.role.agent"
        case .supervisor: "team.role.supervisor"
        case .editor: "team.role.editor"
        case .publisher: "team.role.publisher"
        case .counterpart: "team.role.counterpart"
        case .analyst: "team.role.analyst"
        case .officer: "team.role.officer"
        case .auditor: "team.role.auditor"
        case .administrator: "team.role.administrator"
        }
    }
}

/// How far something reaches: one point of service, an institution, or everything.
public enum StaffReach: String, Sendable, Hashable, CaseIterable, Comparable {
    case point, institution, network

    public static func < (left: StaffReach, right: StaffReach) -> Bool { left.rank < right.rank }

    private var rank: Int {
        switch self {
        case .point: 0
        case .institution: 1
        case .network: 2
        }
    }

    /// Its name in words.
    public var title: TextKey {
        switch self {
        case .point: "team.reach.point"
        case .institution: "team.reach.institution"
        case .network: "team.reach.network"
        }
    }
}
