import Civic
import Markup

/// What a person answered, to be read once more before it is sent.
public enum AnswerList {
    /// A question, its answer, and where it can be changed.
    public struct Row: Sendable {
        public let question: String
        public let answer: HTML
        public let change: String?

        /// `change` is the address where the answer can be changed; nil when it can't be.
        public init(_ question: String, _ answer: HTML, change: String? = nil) {
            self.question = question
            self.answer = answer
            self.change = change
        }
    }

    /// Each way to change says of which question it is to those who hear one link after the other.
    public static func list(_ rows: [Row], texts: Texts) -> HTML {
        """
        <dl class="answers">
        \(each: rows, { row in
            """
            <div><dt>\(row.question)</dt><dd>\(row.answer)</dd>\
            \(with: row.change, { "<dd><a href=\"\($0)\">\(texts["components.change"])<span class=\"sr\"> \(row.question)</span></a></dd>" })</div>

            """
        })</dl>
        """
    }
}
