import Markup

extension Controls {
    /// All that is wrong, at the top of the form and before anything else is read: each a link to its control. Nothing when nothing is
    /// wrong. Put it first in `<main>`; it takes the focus (id `errores`), but for one that is only shown.
    public static func errorSummary(title: String, _ errors: [(name: String, words: String)], takesFocus: Bool = true) -> HTML {
        guard !errors.isEmpty else { return HTML() }
        return """
            <div class="summary" id="errores" role="alert" tabindex="-1"\(Attribute("autofocus", if: takesFocus)) aria-labelledby="errores-title">
            <h2 id="errores-title">\(title)</h2>
            <ul>
            \(each: errors, { "<li><a href=\"#\($0.name)\">\($0.words)</a></li>\n" })</ul>
            </div>
            """
    }
}
