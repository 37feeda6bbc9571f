import Civic
import Storage

/// Something that waits for somebody: a tray of petitions, of referrals. Each capability hands over its own; whoever oversees holds them.
public struct DeskWait: Sendable {
    public let title: TextKey
    /// The path of its page, without a language.
    public let path: String
    public let permission: Permission
    /// How many wait within this actor's reach, and since when the oldest does.
    public let now: @Sendable (Actor) async throws -> (count: Int, oldest: Instant?)

    public init(
        title: TextKey, path: String, permission: Permission,
        now: @escaping @Sendable (Actor) async throws -> (count: Int, oldest: Instant?)
    ) {
        self.title = title
        self.path = path
        self.permission = permission
        self.now = now
    }
}
