import Civic

/// What another room does for a person who is attended: a link from their record, for whoever may.
public struct AttentionWay: Sendable {
    public let permission: Permission
    /// The address, to which the number of the contact is added.
    public let path: String
    public let title: TextKey

    public init(_ permission: Permission, path: String, title: TextKey) {
        self.permission = permission
        self.path = path
        self.title = title
    }
}
