import Civic
import Ports
import Web

/// The form for a right: which one, for what, and in the person's words.
struct MyRequestForm {
    /// As a person asks for themselves, or somebody else for them.
    static let right = Field.choice("derecho", "myRights.which", Right.askable.map { FieldOption($0.rawValue, $0.title, hint: $0.hint) })
    private static let rightOfAnother = Field.choice(
        "derecho", "myRights.which", Right.askable.map { FieldOption($0.rawValue, $0.titleForAnother) })
    static let words = Field.area("palabras", "myRights.words", hint: "myRights.words.hint", most: 4000, rows: 5).optional

    let purposes: Field<Set<String>?>
    let form: Form

    init(_ register: ProcessingRegister, isForAnother: Bool = false) {
        let right = isForAnother ? Self.rightOfAnother : Self.right
        let purposes = Field.choices(
            "finalidades", "myRights.purposes", hint: "myRights.purposes.hint", Self.options(register.activities)
        ).optional
        self.purposes = purposes
        form = Form(isForAnother ? "right-of-another" : "my-right", [right, purposes, Self.words]) { answers in
            let needsWords: Set<String> = [Right.rectification.rawValue, Right.opposition.rawValue]
            guard needsWords.contains(try answers[Self.right]), try answers[Self.words] == nil else { return nil }
            return ("palabras", FieldProblem("myRights.words.needed"))
        }
    }

    /// Activities in which persons are known.
    static func options(_ activities: [ProcessingRegister.Activity]) -> [FieldOption] {
        activities.filter { $0.holds != nil || $0.obligation != nil }.map { FieldOption($0.id, plain: $0.name) }
    }

    /// `representative` when somebody asks in the person's name.
    func request(
        _ answers: Answers, of person: PersonID, by representative: PersonID? = nil, in language: String
    ) throws -> NewRequest {
        guard let right = Right(rawValue: try answers[Self.right]) else { throw NotFound() }
        return NewRequest(
            subject: person, right: right, purposes: try answers[purposes]?.sorted() ?? [], words: try answers[Self.words], isShown: true,
            language: language, representative: representative)
    }
}
