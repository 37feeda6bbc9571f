import Civic

/// A sheet that is no longer there. Its address says so, and what replaces it: a link that somebody kept never leads to nothing.
public struct WithdrawnSheet: Sendable, Hashable {
    public var number: Int
    public var title: String
    public var day: Day
    /// Why, for people, in Spanish.
    public var reason: String?
    /// The number of the sheet that takes its place.
    public var replacedBy: Int?

    public init(number: Int, title: String, day: Day, reason: String? = nil, replacedBy: Int? = nil) {
        self.number = number
        self.title = title
        self.day = day
        self.reason = reason
        self.replacedBy = replacedBy
    }
}
