import Civic

/// What each role may do, and how far: the rows of `Catalogue/staff/roles.csv`.
public struct RoleMatrix: Sendable, Hashable {
    /// One permission with what it allows in a sentence, and for each role that has it how far it reaches.
    public struct Row: Sendable, Hashable {
        public let permission: Permission
        public let allows: String
        public let cells: [StaffRole: StaffReach]
    }

    public let rows: [Row]

    /// How far a role has a permission; nil when it does not.
    public subscript(_ permission: Permission, _ role: StaffRole) -> StaffReach? {
        rows.first { $0.permission == permission }?.cells[role]
    }

    /// The permissions of a role, by how far they reach.
    public func permissions(of role: StaffRole) -> [StaffReach: Set<Permission>] {
        rows.reduce(into: [:]) { found, row in
            if let reach = row.cells[role] { found[reach, default: []].insert(row.permission) }
        }
    }

    /// The same with one cell changed: what would be, if somebody changed the file.
    public func changing(_ permission: Permission, _ role: StaffRole, to reach: StaffReach?) -> RoleMatrix {
        RoleMatrix(
            rows: rows.map { row in
                guard row.permission == permission else { return row }
                var cells = row.cells
                cells[role] = reach
                return Row(permission: permission, allows: row.allows, cells: cells)
            })
    }
}

/// A matrix that can't be used: every fault with its file and line.
public struct RoleMatrixFault: Error, Equatable, CustomStringConvertible {
    public let faults: [String]

    public var description: String { faults.joined(separator: "\n") }
}
