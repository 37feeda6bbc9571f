import Civic

/// What somebody says of a sheet: whether it was of use, and what was missing.
struct Opinion: Sendable {
    let sheet: Int
    let isUseful: Bool
    let words: String?
    /// The language of the page on which it was said.
    let language: String
}

/// How many said that a sheet was of use, and how many that it was not.
public struct OpinionTally: Sendable, Hashable {
    public let sheet: Int
    public let yes: Int
    public let no: Int

    public var n: Int { yes + no }

    /// The share of 'yes', from 0 to 1. nil with fewer than ten: so few say little, and could be known (k >= 10).
    public var share: Double? { n >= Self.least ? Double(yes) / Double(n) : nil }

    /// So many opinions are needed before anything of them is published.
    public static let least = 10
}

/// What somebody wrote, opened for an editor.
public struct OpinionWords: Sendable, Hashable {
    public let sheet: Int
    public let day: Day
    public let isUseful: Bool
    public let language: String
    public let text: String
}

extension Permission {
    /// Read what people wrote about a sheet.
    public static let readOpinions: Permission = "catalogue.opinions.read"
}
