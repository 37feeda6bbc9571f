import Civic
import Flows
import Storage

/// What a person has once is not granted a second time while it goes on.
extension RunDesk {
    /// Throws `AlreadyHeld` when the person, under any of their records, has the benefit of this service by another case.
    func mustNotHold(_ service: Service, _ person: PersonID, besides run: Int64? = nil, _ snapshot: Snapshot) throws {
        guard try holds(service, person, besides: run, snapshot) else { return }
        throw AlreadyHeld(isOfficial: false)
    }

    /// What ended is not given back beside a newer one. Throws `AlreadyHeld`.
    func mustNotRevive(_ benefit: Benefit, _ opened: Opened, _ transaction: Transaction) throws {
        guard benefit.status == .ended, try holds(opened.service, opened.run.subject, besides: opened.run.id, transaction) else { return }
        throw AlreadyHeld(isOfficial: true)
    }

    func holds(_ service: Service, _ person: PersonID, besides run: Int64? = nil, _ snapshot: Snapshot) throws -> Bool {
        guard service.life?.isOnce == true else { return false }
        let records = try mergers.records(of: mergers.standing(for: person, snapshot), snapshot)
        return try benefits.inForce(service.id, of: records, besides: run, snapshot)
    }
}

/// The person has it already.
public struct AlreadyHeld: Refusal {
    /// Whether somebody who signs is told.
    let isOfficial: Bool
    public var kind: RefusalKind { .conflict }
    public var title: TextKey { "procedures.alreadyHeld.title" }
    public var advice: TextKey { isOfficial ? "procedures.alreadyHeld.signed" : "procedures.alreadyHeld.advice" }
}
