import Markup

/// One thing of several that a person can go to or read about.
public enum Card {
    /// With an address its heading is the way there.
    public static func box(_ heading: String, address: String? = nil, _ content: HTML) -> HTML {
        let title: HTML = address.map { "<a href=\"\($0)\">\(heading)</a>" } ?? HTML(text: heading)
        return """
            <div class="card">
            <h3>\(title)</h3>
            \(content)
            </div>
            """
    }

    /// Places to go, side by side where there is room, each with a sentence.
    public static func list(_ cards: [(link: Link, about: String)]) -> HTML {
        """
        <ul class="cards">
        \(each: cards, { "<li><h3><a href=\"\($0.link.address)\">\($0.link.words)</a></h3><p>\($0.about)</p></li>\n" })</ul>
        """
    }
}
