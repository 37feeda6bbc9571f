import Civic
import Markup

/// The end of something that went well: what was done, the number to keep, and what happens next.
public enum Confirmation {
    /// `folio` is what the person keeps and may read out by telephone; nil where there is something better to keep. `content` says what happens next, by when, and where to see it.
    /// `isPage` when its title is the page's own.
    public static func box(_ title: String, folio: String?, _ content: HTML, texts: Texts, isPage: Bool = true) -> HTML {
        let heading: HTML = isPage ? "<h1>\(title)</h1>" : "<h2>\(title)</h2>"
        return """
            <div class="confirmation" role="status">
            \(heading)
            \(with: folio, { "<p>\(texts["components.folio"])<br><strong class=\"folio\">\($0)</strong></p>\n" })\(content)
            </div>
            """
    }
}
