import Civic
import Storage
import Web

extension MandateDesk {
    /// For whom a person acts by that mandate or tie, with both names: one trace of either. Throws `NoLongerActing` when they don't, as for
    /// one that never was.
    public func acting(_ id: Int64, _ caller: Caller) async throws -> Acting { try await look(id, caller, [.name]).acting }

    /// The same with all that whoever acts sees of the other: still one trace.
    func overview(_ id: Int64, _ caller: Caller) async throws -> (acting: Acting, represented: Represented) {
        let seen = try await look(id, caller, PersonalField.ofRepresentatives)
        return (seen.acting, try Represented(seen.subject, seen.disclosure))
    }

    private func look(
        _ id: Int64, _ caller: Caller, _ fields: Set<PersonalField>
    ) async throws -> (acting: Acting, subject: Person, disclosure: Disclosure) {
        let found = try await representations(of: caller.person, run: nil, caller.actor)
        guard let one = found.first(where: { $0.id == id && !$0.isOffer }) else { throw NoLongerActing() }
        let opened = try await disclosures.open(fields, of: [one.subject], for: "trace.purpose.mandate", by: caller.actor)
        guard let subject = try await persons([one.subject])[one.subject] else { throw NoLongerActing() }
        let disclosure = try await disclosures.open([.name], of: [caller.person], for: "trace.purpose.ownMandates", by: caller.actor)
        let own = try await persons([caller.person])[caller.person].flatMap { try Self.name($0, disclosure) }
        let name = try Self.name(subject, opened) ?? ""
        return (Acting(id, by: caller, of: one.subject, name: name, own: own ?? "", until: one.until), subject, opened)
    }
}
