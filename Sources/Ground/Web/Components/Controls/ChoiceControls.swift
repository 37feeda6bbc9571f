import Markup

extension Controls {
    /// One of many in little room. For up to six answers ``choice(_:_:options:value:)`` is quicker. `empty` are the words of an answer
    /// that is none.
    public static func select(
        _ name: String, _ label: ControlLabel, options: [ControlOption], value: String = "", empty: String? = nil
    ) -> HTML {
        let all = (empty.map { [ControlOption("", $0)] } ?? []) + options
        return field(
            name, label,
            """
            <select id="\(name)" name="\(name)"\(required(label))\(invalid(label))\(describing(name, label))>
            \(each: grouped(all), { group, options in
                group.map { "<optgroup label=\"\($0)\">\n\(self.options(options, value))</optgroup>\n" } ?? self.options(options, value)
            })</select>
            """)
    }

    private static func options(_ options: ArraySlice<ControlOption>, _ value: String) -> HTML {
        "\(each: options, { "<option value=\"\($0.value)\"\(Attribute("selected", if: $0.value == value))>\($0.words)</option>\n" })"
    }

    /// Neighbours of one group together.
    private static func grouped(_ options: [ControlOption]) -> [(group: String?, options: ArraySlice<ControlOption>)] {
        var (groups, start) = ([(group: String?, options: ArraySlice<ControlOption>)](), 0)
        for index in options.indices where index + 1 == options.count || options[index + 1].group != options[index].group {
            groups.append((options[index].group, options[start...index]))
            start = index + 1
        }
        return groups
    }

    /// One of a few, all in sight: radio buttons, the first with the field's id, the others `NAME-2` and on.
    public static func choice(_ name: String, _ label: ControlLabel, options: [ControlOption], value: String = "") -> HTML {
        // A fieldset may be a radiogroup (ARIA in HTML), which alone can be required or invalid.
        group(
            name, label, isRadio: true,
            "\(each: options.enumerated(), { index, option in row(.radio, name, id(name, index), option, isOn: option.value == value) })")
    }

    /// Any of a few: tick boxes, with ids like those of ``choice(_:_:options:value:)``.
    public static func choices(_ name: String, _ label: ControlLabel, options: [ControlOption], values: Set<String> = []) -> HTML {
        group(
            name, label,
            """
            \(each: options.enumerated(), { index, option in
                row(.checkbox, name, id(name, index), option, isOn: values.contains(option.value), invalid(label))
            })
            """)
    }

    /// One box that says yes to a sentence, and sends `yes`.
    public static func tick(_ name: String, _ label: ControlLabel, isOn: Bool = false) -> HTML {
        """
        <div class="\(fieldClass(label))">
        \(before(name, label))<label class="choice"><input type="checkbox" id="\(name)" name="\(name)" value="yes"\
        \(Attribute("checked", if: isOn))\(required(label))\(invalid(label))\(describing(name, label))> <span>\(words(label))</span></label>
        </div>
        """
    }

    /// A file of the person's. `accept` are endings or media types (`.pdf`, `image/*`): help for choosing, never a check.
    public static func file(_ name: String, _ label: ControlLabel, accept: [String], isMany: Bool = false) -> HTML {
        field(
            name, label,
            """
            <input type="file" id="\(name)" name="\(name)"\(Attribute("accept", accept.isEmpty ? nil : accept.joined(separator: ",")))\
            \(Attribute("multiple", if: isMany))\(invalid(label))\(describing(name, label))>
            """)
    }

    private enum Kind: String { case radio, checkbox }

    private static func id(_ name: String, _ index: Int) -> String { index == 0 ? name : "\(name)-\(index + 1)" }

    private static func row(
        _ kind: Kind, _ name: String, _ id: String, _ option: ControlOption, isOn: Bool, _ invalid: Attribute? = nil
    ) -> HTML {
        // The whole row can be touched, so the help stands in the label; it must not become a part of the name.
        guard let hint = option.hint else {
            return """
                <label class="choice"><input type="\(kind.rawValue)" id="\(id)" name="\(name)" value="\(option.value)"\
                \(Attribute("checked", if: isOn))\(invalid)> <span>\(option.words)</span></label>

                """
        }
        return """
            <label class="choice"><input type="\(kind.rawValue)" id="\(id)" name="\(name)" value="\(option.value)"\
            \(Attribute("checked", if: isOn))\(invalid) aria-labelledby="\(id)-words" aria-describedby="\(id)-about"> \
            <span><span id="\(id)-words">\(option.words)</span> <span class="hint" id="\(id)-about">\(hint)</span></span></label>

            """
    }
}
