import Civic

/// A form: its questions in order, and what must hold between their answers. The same declaration draws it and checks it.
///
///     let form = Form("report", [name, birth]) { answers in try answers[end] < answers[start] ? ("end", FieldProblem("…")) : nil }
public struct Form: Sendable {
    /// Names the form in its tokens.
    public let name: String
    let fields: [any FormField]
    private let rule: @Sendable (Answers) throws -> (field: String, problem: FieldProblem)?

    /// `rule` is asked once each answer is right by itself: which field is wrong, and why, or nil.
    public init(
        _ name: StaticString, _ fields: [any FormField],
        rule: @escaping @Sendable (Answers) throws -> (field: String, problem: FieldProblem)? = { _ in nil }
    ) {
        self.name = name.withUTF8Buffer { String(decoding: $0, as: UTF8.self) }
        self.fields = fields
        self.rule = rule
    }

    /// Whether it has a control for files, and so must be sent in parts.
    var takesFiles: Bool {
        fields.contains { if case .file = $0.question.control { true } else { false } }
    }

    /// What was sent with what is wrong about it, in the order of the fields.
    func filling(_ submission: Submission) -> Filling {
        var problems: [(name: String, problem: FieldProblem)] = []
        for field in fields {
            if let problem = field.problem(in: submission) { problems.append((field.question.name, problem)) }
        }
        if problems.isEmpty, let (name, problem) = (try? rule(Answers(submission: submission))) ?? nil { problems.append((name, problem)) }
        return Filling(form: self, submission: submission, problems: problems)
    }

    /// The form with nothing typed in it, and nothing wrong.
    public var blank: Filling { Filling(form: self, submission: Submission(), problems: []) }

    /// The form with some answers given already, by the names of their fields, and nothing said about them yet.
    public func begun(_ values: [(name: String, value: String)]) -> Filling {
        Filling(form: self, submission: Submission(values), problems: [])
    }

    /// The form as it goes back when only the act could tell that something was wrong, and with which field. Answers that are not given here
    /// are not shown again: a password never is.
    public func refused(_ values: [(name: String, value: String)] = [], at name: String, _ problem: FieldProblem) -> Filling {
        Filling(form: self, submission: Submission(values), problems: [(name, problem)])
    }
}

/// A form as somebody filled it.
public struct Filling: Sendable {
    let form: Form
    let submission: Submission
    let problems: [(name: String, problem: FieldProblem)]
    /// Said above the form: it was open for too long.
    public internal(set) var isStale = false

    /// What was typed, by the names of fields.
    public var typed: [(name: String, value: String)] { submission.typed }

    func problem(_ name: String) -> FieldProblem? { problems.first { $0.name == name }?.problem }

    /// Whether it is a filling of this form: a page that has several gives back the one that was sent.
    public func isOf(_ form: Form) -> Bool { self.form.name == form.name }

    /// The same as another form asks it: what may be chosen changed meanwhile, or is known better.
    public func asked(by form: Form) -> Filling {
        Filling(form: form, submission: submission, problems: problems, isStale: isStale)
    }

    /// Whether something must be said about it.
    public var isRefused: Bool { isStale || !problems.isEmpty }
}

/// The answers of a form in which nothing is wrong.
public struct Answers: Sendable {
    let submission: Submission

    /// What was typed, by the names of fields.
    public var typed: [(name: String, value: String)] { submission.typed }

    /// The value of a field. It throws only for a field that is not of this form.
    public subscript<Value>(field: Field<Value>) -> Value {
        get throws { try field.read(submission) }
    }
}
