import Markup

/// Parts of a page of which people read one: sections under a list of links. With `sections.js` they become tabs (WAI-ARIA Authoring
/// Practices, tabs); without it everything is on the page. Nothing that everybody must read belongs in one.
public enum Sections {
    /// One part. Its id is a part of the address, so it says what is in it.
    public struct Part: Sendable {
        public let id: String
        public let title: String
        public let content: HTML

        public init(id: String, title: String, content: HTML) {
            self.id = id
            self.title = title
            self.content = content
        }
    }

    /// `label` names the list of links.
    public static func tabs(_ label: String, _ parts: [Part]) -> HTML {
        """
        <div class="sections">
        <nav aria-label="\(label)"><ul>
        \(each: parts, { "<li><a href=\"#\($0.id)\">\($0.title)</a></li>\n" })</ul></nav>
        \(each: parts, section)</div>
        """
    }

    private static func section(_ part: Part) -> HTML {
        """
        <section id="\(part.id)" aria-labelledby="\(part.id)-title">
        <h3 id="\(part.id)-title">\(part.title)</h3>
        \(part.content)
        </section>

        """
    }
}
