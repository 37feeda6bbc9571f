import Civic
import Ports
import Storage

/// A mandate on paper is looked at where it was shown: by somebody who may confirm mandates at the point of whoever wrote it down.
struct MandateReach: Sendable {
    let desk: MandateDesk
    let posts: StaffPosts

    /// Those that wait and that this actor may look at, the newest first.
    func waiting(for actor: Actor) async throws -> [Mandate] {
        let (store, now) = (desk.store, desk.clock.now.milliseconds)
        var (found, points): ([Mandate], [Int64: Int64?]) = ([], [:])
        for mandate in try await desk.database.read({ try store.waiting(at: now, $0) }) {
            guard let recorder = mandate.recorder else { continue }
            if points[recorder] == nil { points[recorder] = .some(try await posts.post(recorder)?.point) }
            if actor.may(.confirmMandates, Scope.Target(point: points[recorder] ?? nil)) { found.append(mandate) }
        }
        return found
    }

    /// One that was written down, and where. Throws `Forbidden` when it was at a point that the actor does not reach.
    func mandate(_ id: Int64, by actor: Actor) async throws -> (mandate: Mandate, target: Scope.Target) {
        guard actor.maySomewhere(.confirmMandates) else { throw Forbidden() }
        let store = desk.store
        guard let mandate = try await desk.database.read({ try store.mandate(id, $0) }), let recorder = mandate.recorder else {
            throw NotFound()
        }
        let target = Scope.Target(point: try await posts.post(recorder)?.point)
        try actor.must(.confirmMandates, target)
        return (mandate, target)
    }
}
