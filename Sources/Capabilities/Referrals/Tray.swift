import Civic
import Storage

/// Whose referrals are asked for.
enum Tray: Sendable {
    /// What waits for whoever reaches these points or institutions, or for one of the staff; nothing that they sent themselves.
    case mine(staff: Int64, points: Scope.Reach<Int64>, institutions: Scope.Reach<String>)
    /// What one of the staff took and did not end.
    case held(by: Int64)
    /// What waits at these points or institutions, or comes from these points.
    case sorted(points: Scope.Reach<Int64>, institutions: Scope.Reach<String>)

    /// Of what is not ended.
    var condition: SQL {
        switch self {
        case .mine(let staff, let points, let institutions):
            """
            holder IS NULL AND sender <> \(staff)
            AND (to_staff = \(staff) OR \(Self.within("to_point", points)) OR \(Self.within("to_institution", institutions)))
            """
        case .held(let staff): "holder = \(staff)"
        case .sorted(let points, let institutions):
            """
            holder IS NULL AND (from_point IS NULL OR \(Self.within("from_point", points))
            OR \(Self.within("to_point", points)) OR \(Self.within("to_institution", institutions)))
            """
        }
    }

    private static func within<Item: Storable & Comparable>(_ column: SQL, _ reach: Scope.Reach<Item>) -> SQL {
        switch reach {
        case .all: "\(column) IS NOT NULL"
        case .only(let items): "\(column) IN (\(list: items.sorted()))"
        }
    }
}
