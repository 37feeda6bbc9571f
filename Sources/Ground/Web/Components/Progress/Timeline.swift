import Civic
import Markup

/// What happened with something, where it stands and what is to come, the oldest first.
public enum Timeline {
    /// One point of the line.
    public struct Entry: Sendable {
        public let moment: Moment
        public let title: HTML
        public let time: String?
        public let content: HTML

        /// `time` is a day or an hour in words; nil when nobody knows it.
        public init(_ moment: Moment, _ title: String, time: String? = nil, _ content: HTML = HTML()) {
            self.init(moment, html: HTML(text: title), time: time, content)
        }

        /// The same with a title that has marks of its own.
        public init(_ moment: Moment, html title: HTML, time: String? = nil, _ content: HTML = HTML()) {
            self.moment = moment
            self.title = title
            self.time = time
            self.content = content
        }
    }

    /// The one that is now is marked as the current step.
    public static func line(_ entries: [Entry], texts: Texts) -> HTML {
        """
        <ol class="timeline">
        \(each: entries, { entry in
            """
            <li class="\(entry.moment.name)"\(Attribute("aria-current", entry.moment == .now ? "step" : nil))>
            <h3><span class="sr">\(texts[entry.moment.word]): </span>\(entry.title)</h3>
            \(with: entry.time, { "<p class=\"when\">\($0)</p>\n" })\(entry.content)</li>

            """
        })</ol>
        """
    }
}
