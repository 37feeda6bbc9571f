import Civic

/// One of the staff asks that two records become one, or two again; another does it, or says no.
public struct MergerRequest: Sendable, Hashable {
    public enum Kind: String, Sendable, Hashable, CaseIterable {
        case merge, unmerge
    }

    public let id: Int64
    public let kind: Kind
    public let merged: PersonID
    public let kept: PersonID
    /// The merger to undo.
    public let merger: Int64?
    public let proposer: Int64
    public let asked: Instant
}

/// Something that came to the kept record while two were one, and that somebody must give to one of them.
public struct Remainder: Sendable, Hashable {
    public enum Kind: String, Sendable, Hashable, CaseIterable {
        case interaction, contact, number
    }

    public enum Owner: String, Sendable, Hashable, CaseIterable {
        case kept, merged
    }

    public let id: Int64
    public let merger: Int64
    public let merged: PersonID
    public let kept: PersonID
    public let kind: Kind
    /// The contact with the State, the way to reach somebody, or the number, by its row.
    public let reference: Int64
}
