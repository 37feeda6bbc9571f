import Civic
import Markup

/// What a message means. It is always said three ways, by a word, a shape and a colour, so that none of them is needed.
public enum Tone: Sendable, CaseIterable {
    /// Good to know.
    case info
    /// It went well.
    case done
    /// Something to do or to mind, before it is late.
    case attention
    /// It did not go well.
    case failed

    /// The class of `components.css` that sets the colour.
    public var name: String {
        switch self {
        case .info: "info"
        case .done: "done"
        case .attention: "attention"
        case .failed: "failed"
        }
    }

    /// The word that is read before the message.
    public var word: TextKey {
        switch self {
        case .info: "components.tone.info"
        case .done: "components.tone.done"
        case .attention: "components.tone.attention"
        case .failed: "components.tone.failed"
        }
    }

    /// A shape of its own for each, in the colour of the text around it.
    public var shape: HTML {
        switch self {
        case .info: Self.drawn("<circle cx=\"12\" cy=\"12\" r=\"10\"/><path d=\"M12 11v6M12 7v.5\"/>")
        case .done: Self.drawn("<circle cx=\"12\" cy=\"12\" r=\"10\"/><path d=\"m7 12.5 3.5 3.5L17 9\"/>")
        case .attention: Self.drawn("<path d=\"M12 3 22 21H2zM12 10v5M12 17.5v.5\"/>")
        case .failed: Self.drawn("<path d=\"M8 2h8l6 6v8l-6 6H8l-6-6V8zM8.5 8.5l7 7M15.5 8.5l-7 7\"/>")
        }
    }

    private static func drawn(_ inside: HTML) -> HTML {
        """
        <svg viewBox="0 0 24 24" width="24" height="24" fill="none" stroke="currentColor" stroke-width="2" \
        stroke-linecap="round" stroke-linejoin="round" aria-hidden="true" focusable="false">\(inside)</svg>
        """
    }
}
