import Civic

/// One question of a form, declared once: how it is asked, and how what is typed becomes a value that can't be wrong.
public struct Field<Value: Sendable>: Sendable {
    /// The name under which it is sent; letters, digits and hyphens, unlike any other of the form.
    public let name: String
    let label: TextKey
    let hint: TextKey?
    let isRequired: Bool
    let control: FieldControl
    /// The question in words that come from data, in the place of its label's.
    fileprivate var plain: String?
    /// Help in words that come from data, before the hint.
    fileprivate var help: String?
    /// Whether it is what its page is about, and stands there as the heading.
    fileprivate var isHeading = false
    let read: @Sendable (Submission) throws(FieldProblem) -> Value

    init(
        _ name: String, _ label: TextKey, hint: TextKey?, isRequired: Bool, _ control: FieldControl,
        read: @escaping @Sendable (Submission) throws(FieldProblem) -> Value
    ) {
        self.name = name
        self.label = label
        self.hint = hint
        self.isRequired = isRequired
        self.control = control
        self.read = read
    }

    /// The same question, asked in words that come from data (an item of a checklist), with help from there.
    /// `isHeading` where it is the one question of its page.
    public func asked(plain words: String? = nil, help: String? = nil, isHeading: Bool = false) -> Field {
        var asked = self
        (asked.plain, asked.help, asked.isHeading) = (words ?? plain, help ?? self.help, isHeading)
        return asked
    }

    /// The same question, which may stay empty: then its value is nil.
    public var optional: Field<Value?> {
        mayBeEmpty(isRequired: false)
    }

    /// The same question, which may stay empty only when the form's rule lets it: it is not called optional.
    public var leftToRule: Field<Value?> {
        mayBeEmpty(isRequired: true)
    }

    private func mayBeEmpty(isRequired: Bool) -> Field<Value?> {
        let (name, control, read) = (name, control, read)
        var field = Field<Value?>(name, label, hint: hint, isRequired: isRequired, control) { submission throws(FieldProblem) in
            control.isEmpty(name, submission) ? nil : try read(submission)
        }
        (field.plain, field.help, field.isHeading) = (plain, help, isHeading)
        return field
    }

    /// The same question with one more check: what is wrong with a value, or nil.
    public func checked(_ check: @escaping @Sendable (Value) -> FieldProblem?) -> Field<Value> {
        let read = read
        var field = Field(name, label, hint: hint, isRequired: isRequired, control) { submission throws(FieldProblem) in
            let value = try read(submission)
            if let problem = check(value) { throw problem }
            return value
        }
        (field.plain, field.help, field.isHeading) = (plain, help, isHeading)
        return field
    }
}

/// What is wrong with what was typed, in words by key: they say what to write instead.
public struct FieldProblem: Error, Sendable, Hashable {
    public let text: TextKey
    public let values: [String: String]

    public init(_ text: TextKey, _ values: [String: String] = [:]) {
        self.text = text
        self.values = values
    }
}

/// A field whatever its value is.
public protocol FormField: Sendable {
    /// How it is asked.
    var question: FieldQuestion { get }
    /// What is wrong with what was sent; nil when nothing is.
    func problem(in submission: Submission) -> FieldProblem?
}

/// How a field is asked: all but its value.
public struct FieldQuestion: Sendable {
    let name: String
    let label: TextKey
    let plain: String?
    let help: String?
    let hint: TextKey?
    let isRequired: Bool
    let isHeading: Bool
    let control: FieldControl

    func words(_ texts: Texts) -> String { plain ?? texts[label] }
}

extension Field: FormField {
    public var question: FieldQuestion {
        FieldQuestion(
            name: name, label: label, plain: plain, help: help, hint: hint, isRequired: isRequired, isHeading: isHeading, control: control)
    }

    public func problem(in submission: Submission) -> FieldProblem? {
        do {
            _ = try read(submission)
            return nil
        } catch {
            return error
        }
    }
}
