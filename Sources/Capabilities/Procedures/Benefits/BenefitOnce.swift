import Civic
import Flows
import Storage

/// What a person has once is not granted a second time while it goes on.
extension RunDesk {
    /// Throws `AlreadyHeld` when the person, under any of their records, has the benefit of this service by another case.
    func mustNotHold(_ service: Service, _ person: PersonID, besides run: Int64? = nil, _ snapshot: Snapshot) throws {
        guard try holds(service, person, besides: run, snapshot) else { return }
        throw AlreadyHeld()
    }

    func holds(_ service: Service, _ person: PersonID, besides run: Int64? = nil, _ snapshot: Snapshot) throws -> Bool {
        guard service.life?.isOnce == true else { return false }
        let records = try mergers.records(of: mergers.standing(for: person, snapshot), snapshot)
        return try benefits.inForce(service.id, of: records, besides: run, snapshot)
    }
}

/// The person has it already.
public struct AlreadyHeld: Refusal {
    public init() {}
    public var kind: RefusalKind { .conflict }
    public var title: TextKey { "procedures.alreadyHeld.title" }
    public var advice: TextKey { "procedures.alreadyHeld.advice" }
}
