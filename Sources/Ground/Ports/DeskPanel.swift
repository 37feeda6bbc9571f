import Civic
import Markup

/// A way from the first screen of the staff: a capability hands it over, the desk shows it to whoever holds its permission.
public struct DeskPanel: Sendable {
    /// Where it stands: smaller numbers first.
    public let place: Int
    public let permission: Permission
    /// The path of its page, without a language.
    public let path: String
    public let title: TextKey
    public let summary: TextKey
    /// How many things wait there for this actor; nil when nothing is counted.
    public let waiting: @Sendable (Actor) async throws -> Int?

    public init(
        place: Int, permission: Permission, path: String, title: TextKey, summary: TextKey,
        waiting: @escaping @Sendable (Actor) async throws -> Int? = { _ in nil }
    ) {
        self.place = place
        self.permission = permission
        self.path = path
        self.title = title
        self.summary = summary
        self.waiting = waiting
    }
}
