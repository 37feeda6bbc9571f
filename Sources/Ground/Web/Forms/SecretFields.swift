import Civic
import Foundation

extension Field where Value == String {
    /// A password, as it is typed: blanks count, and nothing but what can't be typed is left out. It is never sent back to the page.
    /// `isNew` when it is being chosen.
    public static func password(_ name: String, _ label: TextKey, hint: TextKey? = nil, isNew: Bool = false) -> Field {
        let autocomplete = isNew ? "new-password" : "current-password"
        return Field(name, label, hint: hint, isRequired: true, .text(.password, .full, autocomplete: autocomplete, prefix: nil)) {
            submission throws(FieldProblem) in
            let text = submission.text(name)
            guard !text.isEmpty else { throw FieldProblem("form.problem.empty") }
            guard text.count <= 200, text.utf8.count <= 800 else { throw FieldProblem("form.problem.long", ["most": "200"]) }
            // One and the same word may come composed or not, as the keyboard has it (NIST SP 800-63B section 3.1.1.2).
            return text.precomposedStringWithCompatibilityMapping
        }
    }

    /// The digits that a device shows for a moment, with or without blanks between them.
    public static func oneTimeCode(_ name: String, _ label: TextKey, hint: TextKey? = nil) -> Field {
        Field(name, label, hint: hint, isRequired: true, .text(.number, .medium, autocomplete: "one-time-code", prefix: nil)) {
            submission throws(FieldProblem) in
            let text = submission.text(name).filter { !$0.isWhitespace }
            guard !text.isEmpty else { throw FieldProblem("form.problem.empty") }
            guard text.utf8.count == 6, text.utf8.allSatisfy({ (0x30...0x39).contains($0) }) else {
                throw FieldProblem("form.problem.oneTimeCode")
            }
            return text
        }
    }
}
