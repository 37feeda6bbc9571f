import Civic

extension Field where Value == String {
    /// One line, up to `most` characters, without blanks at its ends or characters that do not show.
    public static func text(
        _ name: String, _ label: TextKey, hint: TextKey? = nil, most: Int = 200, width: Controls.Width = .full, autocomplete: String? = nil
    ) -> Field {
        Field(name, label, hint: hint, isRequired: true, .text(.text, width, autocomplete: autocomplete, prefix: nil)) {
            submission throws(FieldProblem) in
            let text = submission.text(name).split(whereSeparator: \.isWhitespace).joined(separator: " ")
            return try Self.within(most, text, linesAllowed: false)
        }
    }

    /// Several lines, up to `most` characters.
    public static func area(_ name: String, _ label: TextKey, hint: TextKey? = nil, most: Int = 4000, rows: Int = 6) -> Field {
        Field(name, label, hint: hint, isRequired: true, .area(rows: rows, most: most)) { submission throws(FieldProblem) in
            let lines = submission.text(name).replacing("\r\n", with: "\n").replacing("\r", with: "\n")
            let text = String(lines.drop { $0.isWhitespace }.reversed().drop { $0.isWhitespace }.reversed())
            return try Self.within(most, text, linesAllowed: true)
        }
    }

    private static func within(_ most: Int, _ text: String, linesAllowed: Bool) throws(FieldProblem) -> String {
        guard !text.isEmpty else { throw FieldProblem("form.problem.empty") }
        guard text.count <= most, text.utf8.count <= 4 * most else { throw FieldProblem("form.problem.long", ["most": "\(most)"]) }
        let plain = linesAllowed ? text.replacing("\n", with: "").replacing("\t", with: "") : text
        guard !plain.hasHiddenCharacters else { throw FieldProblem("form.problem.hidden") }
        return text
    }
}

extension Field where Value == RUN {
    /// A RUN however it is typed. One whose check digit is wrong is told so: the person is the one who can mend it.
    public static func run(_ name: String, _ label: TextKey, hint: TextKey? = "form.hint.run") -> Field {
        Field(name, label, hint: hint, isRequired: true, .text(.run, .medium, autocomplete: nil, prefix: nil)) {
            submission throws(FieldProblem) in
            let text = submission.text(name)
            guard !text.allSatisfy(\.isWhitespace) else { throw FieldProblem("form.problem.empty") }
            guard let run = RUN(text) else { throw FieldProblem("form.problem.run") }
            return run
        }
    }
}

extension Field where Value == Contact {
    /// A telephone: nine digits for Chile's, or a foreign one with its country.
    public static func phone(_ name: String, _ label: TextKey, hint: TextKey? = "form.hint.phone") -> Field {
        contact(.phone, name, label, hint, .text(.phone, .medium, autocomplete: "tel", prefix: nil), "form.problem.phone")
    }

    public static func email(_ name: String, _ label: TextKey, hint: TextKey? = "form.hint.email") -> Field {
        contact(.email, name, label, hint, .text(.email, .full, autocomplete: "email", prefix: nil), "form.problem.email")
    }

    private static func contact(
        _ kind: Contact.Kind, _ name: String, _ label: TextKey, _ hint: TextKey?, _ control: FieldControl, _ wrong: TextKey
    ) -> Field {
        Field(name, label, hint: hint, isRequired: true, control) { submission throws(FieldProblem) in
            let text = submission.text(name)
            guard !text.allSatisfy(\.isWhitespace) else { throw FieldProblem("form.problem.empty") }
            guard let contact = Contact(kind, typed: text) else { throw FieldProblem(wrong) }
            return contact
        }
    }
}
