import Civic
import Ports
import Storage

/// Looks are reviewed where whoever looked attends: a supervisor of one point has no business with those of another.
extension GlassDesk {
    /// Those that wait for a review which this actor may make there, the most urgent first.
    public func waiting(for actor: Actor, posts: StaffPosts) async throws -> [GlassLook] {
        var (found, points): ([GlassLook], [Int64: Int64?]) = ([], [:])
        for look in try await waiting(for: actor) {
            if points[look.staff] == nil { points[look.staff] = .some(try await posts.post(look.staff)?.point) }
            if actor.may(.reviewGlass, Scope.Target(point: points[look.staff] ?? nil)) { found.append(look) }
        }
        return found
    }

    /// Where whoever looked attends. Throws `NotFound` for a look that never was.
    func target(of id: Int64, posts: StaffPosts) async throws -> Scope.Target {
        let store = store
        guard let look = try await database.read({ try store.look(id, $0) }) else { throw NotFound() }
        return Scope.Target(point: try await posts.post(look.staff)?.point)
    }
}
