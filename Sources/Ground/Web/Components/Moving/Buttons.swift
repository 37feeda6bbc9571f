import Markup

/// What a person does next. Words are verbs: what happens, not that something is sent.
public enum Buttons {
    /// How much a button asks for the eye.
    public enum Weight: Sendable, CaseIterable {
        /// The one thing that most people came for: once in a view.
        case main
        /// As good a way, for fewer people.
        case second
        /// It can't be undone.
        case danger
        /// A way out or back.
        case plain
    }

    /// Sends the form that it stands in. With a `name` the form tells which of its buttons it was.
    public static func submit(_ words: String, _ weight: Weight = .main, name: String? = nil, value: String? = nil) -> HTML {
        """
        <button type="submit" class="\(weight.classes)"\(Attribute("name", name))\(Attribute("value", value))>\(words)</button>
        """
    }

    /// Goes to another page. It changes nothing: what changes something is sent by a form.
    public static func link(_ link: Link, _ weight: Weight = .main) -> HTML {
        "<a class=\"\(weight.classes)\" href=\"\(link.address)\">\(link.words)</a>"
    }

    /// Buttons that belong together, the main one first.
    public static func row(_ buttons: [HTML]) -> HTML {
        """
        <div class="buttons">
        \(each: buttons, { "\($0)\n" })</div>
        """
    }
}

extension Buttons.Weight {
    var classes: String {
        switch self {
        case .main: "button"
        case .second: "button second"
        case .danger: "button danger"
        case .plain: "button plain"
        }
    }
}
