import Civic
import Markup

/// The way from the home to the page, without the page itself.
public enum Breadcrumb {
    /// Nothing for a page that stands right under the home.
    public static func trail(_ links: [Link], texts: Texts) -> HTML {
        guard !links.isEmpty else { return HTML() }
        return """
            <nav class="trail" aria-label="\(texts["site.trail"])"><ol>
            \(each: links, { "<li><a href=\"\($0.address)\">\($0.words)</a></li>\n" })</ol></nav>
            """
    }
}
