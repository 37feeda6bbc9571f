import Civic

extension Field where Value == String {
    /// One of a few answers, all in sight. What is sent must be one of them.
    public static func choice(_ name: String, _ label: TextKey, hint: TextKey? = nil, _ options: [FieldOption]) -> Field {
        Field(name, label, hint: hint, isRequired: true, .choice(options)) { submission throws(FieldProblem) in
            try one(of: options, submission.text(name))
        }
    }

    /// One of many answers, in a list. `empty` are the words of no answer yet.
    public static func select(_ name: String, _ label: TextKey, hint: TextKey? = nil, empty: TextKey, _ options: [FieldOption]) -> Field {
        Field(name, label, hint: hint, isRequired: true, .select(options, empty: empty)) { submission throws(FieldProblem) in
            try one(of: options, submission.text(name))
        }
    }

    private static func one(of options: [FieldOption], _ value: String) throws(FieldProblem) -> String {
        guard options.contains(where: { $0.value == value }) else { throw FieldProblem("form.problem.choice") }
        return value
    }
}

extension Field where Value == Set<String> {
    /// Any of a few answers, at least one of them unless it is optional.
    public static func choices(_ name: String, _ label: TextKey, hint: TextKey? = nil, _ options: [FieldOption]) -> Field {
        Field(name, label, hint: hint, isRequired: true, .choices(options)) { submission throws(FieldProblem) in
            let values = Set(submission.all(name))
            guard !values.isEmpty, values.allSatisfy({ value in options.contains { $0.value == value } }) else {
                throw FieldProblem("form.problem.choices")
            }
            return values
        }
    }
}

extension Field where Value == Bool {
    /// A sentence to say yes to; without it the form does not go on.
    public static func agreement(_ name: String, _ label: TextKey, hint: TextKey? = nil) -> Field {
        Field(name, label, hint: hint, isRequired: true, .tick) { submission throws(FieldProblem) in
            guard submission.text(name) == "yes" else { throw FieldProblem("form.problem.agreement") }
            return true
        }
    }
}

extension Field where Value == Upload {
    /// One file of these kinds, as its bytes show and not as its name says, up to so many bytes.
    public static func file(_ name: String, _ label: TextKey, hint: TextKey? = nil, _ kinds: [FileKind], most: Int) -> Field {
        Field(name, label, hint: hint, isRequired: true, .file(kinds, isMany: false, most: most)) { submission throws(FieldProblem) in
            guard let upload = submission.files(name).first else { throw FieldProblem("form.problem.noFile") }
            guard !upload.bytes.isEmpty else { throw FieldProblem("form.problem.emptyFile") }
            guard upload.bytes.count <= most else { throw FieldProblem("form.problem.largeFile", ["most": "\(most / 1_048_576)"]) }
            guard let kind = upload.kind, kinds.contains(kind) else {
                throw FieldProblem("form.problem.fileKind", ["kinds": kinds.map(\.name).joined(separator: ", ")])
            }
            return upload
        }
    }
}
