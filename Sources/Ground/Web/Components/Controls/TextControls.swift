import Markup

extension Controls {
    /// What is typed, so that a telephone shows the right keys.
    public enum TextKind: Sendable {
        case text, email, phone, search
        /// Digits alone.
        case number
        /// A RUN: digits, points, a hyphen and perhaps a K.
        case run
        /// What nobody beside may read. Its value is never written into the page.
        case password
    }

    /// How much is expected: the size of the box says how much to write.
    public enum Width: Sendable {
        /// Up to some 6 characters.
        case narrow
        /// Up to some 16 characters.
        case medium
        case full
    }

    /// One line. `prefix` is shown before it and is not sent (`$`). `autocomplete` is a token of WHATWG HTML section 4.10.18.7, for
    /// what a person says about herself (WCAG 1.3.5).
    public static func text(
        _ name: String, _ label: ControlLabel, value: String = "", kind: TextKind = .text, width: Width = .full,
        autocomplete: String? = nil,
        prefix: String? = nil
    ) -> HTML {
        let input: HTML = """
            <input type="\(kind.type)" id="\(name)" name="\(name)"\(Attribute("value", value.isEmpty || kind == .password ? nil : value))\
            \(Attribute("class", width.name))\(Attribute("inputmode", kind.inputMode))\(Attribute("autocapitalize", kind.capitals))\
            \(Attribute("spellcheck", kind.isProse ? nil : "false"))\
            \(Attribute("autocomplete", autocomplete))\(required(label))\(invalid(label))\(describing(name, label))>
            """
        return field(name, label, prefix.map { "<span class=\"affixed\"><span aria-hidden=\"true\">\($0)</span>\(input)</span>" } ?? input)
    }

    /// Several lines. `most` is the greatest number of characters; the hint should say it too.
    public static func area(_ name: String, _ label: ControlLabel, value: String = "", rows: Int = 5, most: Int? = nil) -> HTML {
        // A browser leaves out the first line break of a textarea: the one here is for it, so that the person's own stays.
        field(
            name, label,
            """
            <textarea id="\(name)" name="\(name)" rows="\(rows)"\(Attribute("maxlength", most.map { "\($0)" }))\
            \(required(label))\(invalid(label))\(describing(name, label))>
            \(value)</textarea>
            """)
    }

    /// A day in three parts, `NAME-day`, `NAME-month` and `NAME-year`: a calendar to click through is slow for a day that one knows.
    /// `autocomplete` when it is the person's own day of birth.
    public static func date(
        _ name: String, _ label: ControlLabel, day: String = "", month: String = "", year: String = "", words: DateWords,
        autocomplete: Bool = false
    ) -> HTML {
        func part(_ ending: String, _ title: String, _ value: String, _ most: Int) -> HTML {
            """
            <div\(Attribute("class", ending == "year" ? "year" : nil))><label for="\(name)-\(ending)">\(title)</label>\
            <input type="text" inputmode="numeric" id="\(name)-\(ending)" name="\(name)-\(ending)"\
            \(Attribute("value", value.isEmpty ? nil : value)) maxlength="\(most)"\
            \(Attribute("autocomplete", autocomplete ? "bday-" + ending : nil))\(required(label))\(invalid(label))></div>
            """
        }
        // The group itself takes the focus from the error summary when it is asked for by the field's name.
        return group(
            name, label, isTarget: true,
            """
            <div class="parts">
            \(part("day", words.day, day, 2))
            \(part("month", words.month, month, 2))
            \(part("year", words.year, year, 4))
            </div>
            """)
    }
}

extension Controls.TextKind {
    fileprivate var type: String {
        switch self {
        case .text, .number, .run: "text"
        case .email: "email"
        case .phone: "tel"
        case .search: "search"
        case .password: "password"
        }
    }

    fileprivate var inputMode: String? {
        switch self {
        case .text, .run, .password: nil
        case .email: "email"
        case .phone: "tel"
        case .search: "search"
        case .number: "numeric"
        }
    }

    fileprivate var capitals: String? {
        switch self {
        case .run: "characters"
        case .email, .password: "none"
        default: nil
        }
    }

    /// Whether a browser may mend what is written.
    fileprivate var isProse: Bool { self == .text || self == .search }
}

extension Controls.Width {
    fileprivate var name: String? {
        switch self {
        case .narrow: "narrow"
        case .medium: "medium"
        case .full: nil
        }
    }
}
