import Civic
import Markup

/// A part of Mi Ventanilla that a capability hands over: what is under way, notices, what is known. The channel opens one disclosure for
/// the whole screen, with the fields that all its panels name.
public struct MyPanel: Sendable {
    /// Where it stands: smaller numbers first.
    public let place: Int
    /// What it opens of the person.
    public let fields: Set<PersonalField>
    /// The panel with its own heading of the second level; nil when there is nothing to show.
    public let html: @Sendable (PersonID, Disclosure, Texts) async throws -> HTML?

    public init(
        place: Int, fields: Set<PersonalField> = [], html: @escaping @Sendable (PersonID, Disclosure, Texts) async throws -> HTML?
    ) {
        self.place = place
        self.fields = fields
        self.html = html
    }
}
