import Civic
import Storage

/// Leave of one person for another to act for them.
struct Mandate: Sendable {
    let id: Int64
    let grantor: PersonID
    /// The number of who may act, as the grantor or the paper says it; closed.
    let number: Personal
    /// nil until they came to see it.
    let grantee: PersonID?
    let instrument: Instrument
    /// Which paper it was; closed.
    let paper: SubjectSealed?
    let recorder: Int64?
    let confirmer: Int64?
    let made: Instant
    /// Since when it is in force; nil while it waits for the other's yes, or for a second member of the staff.
    let begun: Instant?
    let until: Instant
    let ended: Instant?

    /// Why it ended.
    enum Ending: String, Sendable, CaseIterable {
        case revoked, renounced, declined, rejected, death
    }

    enum Standing: Sendable {
        case waiting, inForce, over
    }

    func standing(at now: Instant) -> Standing {
        if ended != nil || until < now || until == now { return .over }
        return begun == nil ? .waiting : .inForce
    }
}

/// Whom somebody acts for, by a mandate or as a parent.
struct Representation: Sendable {
    /// The mandate, or the tie of the family.
    let id: Int64
    let subject: PersonID
    let until: Instant
    let isParent: Bool
    /// The mandate is offered and waits for a yes: only the name is seen.
    let isOffer: Bool
}

extension PersonalField {
    /// Who may act for a person, and by which paper.
    public static let mandates: PersonalField = "mandates"

    /// What somebody who acts for another may see. Contacts, the destination of payments, other mandates and the trace are left out.
    static let ofRepresentatives: Set<PersonalField> = [.name, .birth, .needs, .identifiers]
}

extension Permission {
    /// Write down a mandate that a person who is present shows on paper.
    public static let grantMandates: Permission = "mandates.grant"
    /// Look at the paper of a mandate that somebody else wrote down, and let it hold or not.
    public static let confirmMandates: Permission = "mandates.confirm"
}
