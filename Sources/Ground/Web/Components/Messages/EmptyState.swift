import Markup

/// What stands where there is nothing yet: why, and what to do about it.
public enum EmptyState {
    /// `content` is a sentence and, where there is something to do, a button.
    public static func box(_ title: String, _ content: HTML) -> HTML {
        """
        <div class="empty">
        \(Layout.mark)
        <h2>\(title)</h2>
        \(content)
        </div>
        """
    }
}
