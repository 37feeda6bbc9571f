import Markup

/// The window as a sign beside a word: an arch whose door stands open, one that is shut, and one that is only drawn in dashes.
public enum ArchSign {
    /// It attends, it works.
    public static let open: HTML = """
        <svg viewBox="0 0 16 16" width="16" height="16" aria-hidden="true" focusable="false">\
        <path d="M3 14V7a5 5 0 0 1 10 0v7M1 14.5h14" fill="none" stroke="currentColor" stroke-width="2"/></svg>
        """

    /// It does not attend, it does not work.
    public static let shut: HTML = """
        <svg viewBox="0 0 16 16" width="16" height="16" aria-hidden="true" focusable="false">\
        <path d="M3 14V7a5 5 0 0 1 10 0v7z" fill="currentColor"/><path d="M1 14.5h14" stroke="currentColor" stroke-width="2"/></svg>
        """

    /// Nobody is sure of it, or somebody should look.
    public static let dashed: HTML = """
        <svg viewBox="0 0 16 16" width="16" height="16" aria-hidden="true" focusable="false">\
        <path d="M3 14V7a5 5 0 0 1 10 0v7" fill="none" stroke="currentColor" stroke-width="2" stroke-dasharray="2 2"/></svg>
        """
}
