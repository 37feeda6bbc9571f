/// A place of a template where a value can't be written safely, or a piece of markup that doesn't end as text.
///
/// It names the element and the attribute as the template spells them and never the value, so it may be logged.
public struct MarkupDefect: Sendable, Hashable, CustomStringConvertible {
    /// Why nothing was written.
    public enum Reason: String, Sendable {
        /// Between the name of a tag and its end, but not as an `Attribute`; or inside a name.
        case insideTag = "a value inside a tag"
        /// After `=` without quotes.
        case unquotedAttribute = "a value in an attribute without quotes"
        /// In an event handler, `style`, `srcdoc`, `srcset` and the like.
        case activeAttribute = "a value in an attribute that is code"
        /// In a script, a style or another element whose text is not escaped.
        case rawText = "a value in an element whose text is code"
        /// In `<!-- -->` or `<!doctype>`.
        case comment = "a value in a comment or declaration"
        /// Markup where only text can stand: in an attribute, a `title` or a `textarea`.
        case markupWhereTextStands = "markup where only text can stand"
        /// An attribute outside of a tag.
        case attributeOutsideTag = "an attribute outside of a tag"
        /// The fixed beginning of an address has a scheme that is not allowed, or can't be understood.
        case addressPrefix = "an address whose fixed beginning is not allowed"
        /// A whole address was followed by something else than `/`, `?`, `#` or the closing quote.
        case addressSuffix = "an address that goes on without a separator"
        /// The piece ended inside of a tag, a comment, a script or a quoted value.
        case unfinished = "a piece that doesn't end as text"
    }

    public let reason: Reason
    /// The element's name as far as it is known, or empty.
    public let element: String
    /// The attribute's name as far as it is known, or empty.
    public let attribute: String

    public init(reason: Reason, element: String = "", attribute: String = "") {
        self.reason = reason
        self.element = element
        self.attribute = attribute
    }

    public var description: String { "\(reason.rawValue): <\(element)\(attribute.isEmpty ? "" : " " + attribute)>" }
}
