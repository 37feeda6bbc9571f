import Markup

/// The controls of a form. Each is whole: its label above, help before it, the error between the help and the control, all tied
/// together for those who can't see them.
///
/// The id of a control is its name; its help is `NAME-hint` and its error `NAME-error` (WAI-ARIA 1.2, `aria-describedby`). None has
/// `required`: a form that uses them says `novalidate`, so that the server's own words are what people read.
public enum Controls {
    /// A label and its control, with what is between them. `control` is written by the caller with ``describing(_:_:)``.
    static func field(_ name: String, _ label: ControlLabel, _ control: HTML) -> HTML {
        """
        <div class="\(fieldClass(label))">
        \(heading("<label for=\"\(name)\">\(words(label))</label>", label))
        \(before(name, label))\(control)
        </div>
        """
    }

    /// Several controls under one legend. A group of radio buttons alone can be required or invalid as a whole; `isTarget` when a link
    /// to the field's name leads to the group.
    static func group(_ name: String, _ label: ControlLabel, isRadio: Bool = false, isTarget: Bool = false, _ controls: HTML) -> HTML {
        """
        <fieldset class="\(fieldClass(label))"\(Attribute("id", isTarget ? name : nil))\(Attribute("tabindex", isTarget ? "-1" : nil))\
        \(Attribute("role", isRadio ? "radiogroup" : nil))\(isRadio ? required(label) : nil)\(isRadio ? invalid(label) : nil)\
        \(describing(name, label))>
        <legend>\(heading(words(label), label))</legend>
        \(before(name, label))\(controls)
        </fieldset>
        """
    }

    /// Its name as the heading of the page, where it is that.
    private static func heading(_ name: HTML, _ label: ControlLabel) -> HTML { label.isHeading ? "<h1>\(name)</h1>" : name }

    /// Names what describes the control, in the order in which it stands on the page.
    static func describing(_ name: String, _ label: ControlLabel) -> Attribute {
        let ids = [label.hint.map { _ in name + "-hint" }, label.error.map { _ in name + "-error" }].compactMap(\.self)
        return Attribute("aria-describedby", ids.isEmpty ? nil : ids.joined(separator: " "))
    }

    static func invalid(_ label: ControlLabel) -> Attribute { Attribute("aria-invalid", label.error == nil ? nil : "true") }

    static func required(_ label: ControlLabel) -> Attribute { Attribute("aria-required", label.isOptional ? nil : "true") }

    /// The hint and the error, each on a line of its own.
    static func before(_ name: String, _ label: ControlLabel) -> HTML {
        """
        \(with: label.hint, { "<p class=\"hint\" id=\"\(name)-hint\">\($0)</p>\n" })\
        \(with: label.error, { "<p class=\"error\" id=\"\(name)-error\">\($0)</p>\n" })
        """
    }

    static func fieldClass(_ label: ControlLabel) -> String { label.error == nil ? "field" : "field wrong" }

    static func words(_ label: ControlLabel) -> HTML {
        "\(label.text)\(with: label.optional, { " <span class=\"quiet\">(\($0))</span>" })"
    }
}
