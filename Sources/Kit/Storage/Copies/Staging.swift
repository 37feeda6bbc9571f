/// A place beside the real database where a restore is built and proved.
public protocol Staging: Sendable {
    /// An empty database in the staging place.
    func begin() async throws -> any Driver
    /// Puts the staged database in the place of the real one, and keeps the old one aside under a name that it gives back (nil
    /// when there was none).
    func replace() async throws -> String?
    /// Leaves nothing in the staging place.
    func discard() async
}
