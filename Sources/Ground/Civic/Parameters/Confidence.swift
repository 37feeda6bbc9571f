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

    public init(id: String, name: String, url: String? = nil) {
        self.id = id
        self.name = name
        self.url = url
    }
}
