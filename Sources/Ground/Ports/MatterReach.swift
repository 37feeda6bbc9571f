import Civic
import Storage

/// Which matters of a person somebody of the staff may know to be there: those of their own institution, and of others by an agreement in
/// force, of the classes that they may see. The rest shows neither its existence nor its count.
public struct MatterReach: Sendable {
    public let products: ProductFacts
    private let agreements: Agreements

    public init(products: ProductFacts, agreements: Agreements) {
        self.products = products
        self.agreements = agreements
    }

    /// The agreements under which each of these institutions gives on a day.
    public func giving(_ institutions: Set<String>, on day: Day, _ snapshot: Snapshot) throws -> [String: [Int64]] {
        try Dictionary(uniqueKeysWithValues: institutions.map { ($0, try agreements.giving($0, day, snapshot)) })
    }

    /// `target` is where the staff attends, `permission` what they have to be allowed there.
    public func maySee(
        institution: String, _ sensitivity: Sensitivity, _ giving: [String: [Int64]], _ actor: Actor, at target: Scope.Target,
        by permission: Permission = .readPersons
    ) -> Bool {
        var asked = target
        asked.sensitivity = sensitivity
        asked.institution = institution
        if actor.may(permission, asked) { return true }
        return (giving[institution] ?? []).contains { agreement in
            asked.agreement = agreement
            return actor.may(permission, asked)
        }
    }
}
