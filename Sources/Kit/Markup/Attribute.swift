/// An attribute that is there or not, written inside of a tag together with the space before it:
///
///     "<a href=\"/temas\"\(Attribute("aria-current", page.isTopics ? "page" : nil))>"
///
/// Its name is a literal. Its value is escaped, or checked as an address, by the same rules as a value in quotes.
public struct Attribute: Sendable {
    let name: StaticString
    let value: String?
    let isPresent: Bool

    /// `name="value"`, or nothing at all when the value is nil.
    public init(_ name: StaticString, _ value: String?) {
        self.name = name
        self.value = value
        isPresent = value != nil
    }

    /// A boolean attribute (`checked`, `hidden`, `required`): there when the condition holds.
    public init(_ name: StaticString, if condition: Bool) {
        self.name = name
        value = nil
        isPresent = condition
    }
}
