import Civic
import Markup

/// What must be known today before somebody goes to a point of service: much waiting, an unexpected closure, and how else one is attended.
/// Diversions fill it; every door that shows a point, or stands in one, holds it.
public struct PointNotices: Sendable {
    /// What stands about these points now, in the words of a language; points without anything are left out.
    public let html: @Sendable (_ points: Set<Int64>, _ texts: Texts) async throws -> [Int64: HTML]

    public init(html: @escaping @Sendable (_ points: Set<Int64>, _ texts: Texts) async throws -> [Int64: HTML]) {
        self.html = html
    }
}
