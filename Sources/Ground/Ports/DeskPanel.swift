import Civic
import Markup

/// A way from the first screen of the staff: a capability hands it over, the desk shows it to whoever holds its permission.
public struct DeskPanel: Sendable {
    /// What it is for, in the order of the screen.
    public enum Group: Int, Sendable, CaseIterable {
        case attending, overseeing, records, content, control, system
    }

    public let group: Group
    /// Where it stands in its group: smaller numbers first.
    public let place: Int
    public let permission: Permission
    /// The path of its page, without a language.
    public let path: String
    public let title: TextKey
    public let summary: TextKey
    /// How many things wait there for this actor; none where nothing is counted.
    public let waiting: @Sendable (Actor) async throws -> Int

    public init(
        _ group: Group, place: Int, permission: Permission, path: String, title: TextKey, summary: TextKey,
        waiting: @escaping @Sendable (Actor) async throws -> Int = { _ in 0 }
    ) {
        self.group = group
        self.place = place
        self.permission = permission
        self.path = path
        self.title = title
        self.summary = summary
        self.waiting = waiting
    }
}
