import Civic
import Ports

/// Where somebody of the staff attends: at the place that they opened today, at the point of their post, or at the one that they reach.
public struct DeskPlace: Sendable {
    let posts: StaffPosts
    let stations: AgentStations

    public init(posts: StaffPosts, stations: AgentStations) {
        self.posts = posts
        self.stations = stations
    }

    /// Throws `Forbidden` when they may not do it anywhere.
    func target(of attendant: Actor, for permission: Permission) async throws -> Scope.Target {
        guard case .staff(let staff) = attendant.identity, attendant.maySomewhere(permission) else { throw Forbidden() }
        // A place that was opened before a role was taken away serves no more.
        if let station = try await stations.present(staff), attendant.may(permission, Scope.Target(point: station.point)) {
            return Scope.Target(point: station.point)
        }
        if let point = try await posts.post(staff)?.point, attendant.may(permission, Scope.Target(point: point)) {
            return Scope.Target(point: point)
        }
        let reach = attendant.grants.filter { $0.role.permissions.contains(permission) }.map(\.scope.points)
        let named = reach.flatMap { points -> [Int64] in if case .only(let some) = points { Array(some) } else { [] } }
        let target = Scope.Target(point: reach.contains(.all) ? nil : named.min())
        try attendant.must(permission, target)
        return target
    }
}
