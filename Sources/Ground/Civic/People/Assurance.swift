/// How sure one is of who is there. Each level includes those below it.
public enum Assurance: Int, Sendable, Hashable, Comparable, CaseIterable {
    /// Nothing was said.
    case anonymous = 0
    /// A name or number was said: anybody could say it.
    case declared = 1
    /// Shown over the telephone: answers, a code, a call back.
    case phone = 2
    /// The State's digital identity, or a document shown in person.
    case verified = 3

    public static func < (left: Assurance, right: Assurance) -> Bool { left.rawValue < right.rawValue }
}

/// What a product may tell about a person, and so who may know that it exists at all.
public enum Sensitivity: Int, Sendable, Hashable, CaseIterable {
    case ordinary = 0
    case health = 1
    case violence = 2
    case reparations = 3
    case children = 4
    case justice = 5
}
