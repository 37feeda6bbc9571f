extension Actor {
    /// The points at which the actor may, for targets that are a point and nothing more.
    public func points(where permission: Permission) -> Scope.Reach<Int64> {
        scopes(permission).map(\.points).reduce(.only([])) { $0.joined(with: $1) }
    }

    /// The institutions for which the actor may, for targets that are an institution and nothing more.
    public func institutions(where permission: Permission) -> Scope.Reach<String> {
        scopes(permission).map(\.institutions).reduce(.only([])) { $0.joined(with: $1) }
    }

    private func scopes(_ permission: Permission) -> [Scope] {
        grants.filter { $0.role.permissions.contains(permission) && $0.scope.sensitivities.contains(.ordinary) }.map(\.scope)
    }
}

extension Scope.Reach {
    /// What one of the two reaches.
    func joined(with other: Self) -> Self {
        guard case .only(let mine) = self, case .only(let more) = other else { return .all }
        return .only(mine.union(more))
    }
}
