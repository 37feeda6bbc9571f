import Civic
import Storage
import Web

extension MandateDesk {
    /// For whom a person acts by that mandate or tie, with both names: one trace of either. Throws `NoLongerActing` when they don't, as for
    /// one that never was.
    public func acting(_ id: Int64, _ caller: Caller) async throws -> Acting {
        let found = try await representations(of: caller.person, run: nil, caller.actor)
        guard let one = found.first(where: { $0.id == id && !$0.isOffer }) else { throw NoLongerActing() }
        let name = try await names(of: [one], caller.actor)[one.subject]
        let disclosure = try await disclosures.open([.name], of: [caller.person], for: "trace.purpose.ownMandates", by: caller.actor)
        let own = try await persons([caller.person])[caller.person].flatMap { try Self.name($0, disclosure) }
        return Acting(id, by: caller, of: one.subject, name: name ?? "", own: own ?? "", until: one.until)
    }
}
