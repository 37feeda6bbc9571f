/// How a fact was seen.
public enum Confidence: String, Sendable, Hashable, CaseIterable, Codable {
    /// Read in a page or in a dated quotation of it.
    case high
    /// In part, or in older versions.
    case medium
    /// General knowledge or an inference: to be checked before anybody relies on it.
    case low
}

/// Where a fact comes from. Some sources have no address any more; they are named all the same.
public struct Source: Sendable, Hashable, Codable {
    /// What other fields of its file call it.
    public var id: String
    public var name: String
    public var url: String?
    /// Nil for what is neither: press, a copy by somebody else.
    public var kind: Kind?

    public enum Kind: String, Sendable, CaseIterable, Codable {
        /// The law, or a page of the institution that answers for the fact.
        case official
        /// Nobody read it anywhere: what whoever wrote it knows, or supposes.
        case unread
    }

    public init(id: String, name: String, url: String? = nil, kind: Kind? = nil) {
        self.id = id
        self.name = name
        self.url = url
        self.kind = kind
    }
}
