import Civic
import Testing

@testable import Web

/// A form with a field of each kind.
enum SampleForm {
    static let name = Field.text("name", "form.day", most: 500)
    static let note = Field.area("note", "form.month", most: 20).optional
    static let run = Field.run("run", "form.year")
    static let phone = Field.phone("phone", "form.day").optional
    static let email = Field.email("email", "form.day").optional
    static let count = Field.number("count", "form.day", in: 1...12)
    static let rent = Field.pesos("rent", "form.day", most: Pesos(5_000_000))
    static let birth = Field.day(
        "birth", "form.day", in: Day(number: -36_525)...Day(number: 20_780), isBirth: true)
    static let way = Field.choice(
        "way", "form.day", [FieldOption("home", "form.month"), FieldOption("branch", "form.year", hint: "form.stale")])
    static let comuna = Field.select(
        "comuna", "form.day", empty: "form.optional",
        [FieldOption("13101", plain: "Santiago"), FieldOption("05201", plain: "Isla de Pascua")])
    static let needs = Field.choices("needs", "form.day", [FieldOption("sign", "form.month"), FieldOption("ramp", "form.year")]).optional
    static let truth = Field.agreement("truth", "form.day")
    static let paper = Field.file("paper", "form.day", [.pdf, .jpeg], most: 2_097_152).optional

    static let form = Form(
        "sample", [name, note, run, phone, email, count, rent, birth, way, comuna, needs, truth, paper]
    ) { answers in
        try answers[count] > 6 && answers[way] == "home" ? ("count", FieldProblem("form.problem.choice")) : nil
    }

    static let good: [(name: String, value: String)] = [
        ("name", "  Rosa   Muñoz "), ("note", ""), ("run", "12.345.678-5"), ("count", "4"), ("rent", "$ 350.000"), ("birth-day", "28"),
        ("birth-month", "2"), ("birth-year", "1951"), ("way", "branch"), ("comuna", "05201"), ("truth", "yes"),
    ]

    /// The good answers with one in the place of another.
    static func sent(_ changes: [String: String?] = [:], files: [(name: String, upload: Upload)] = []) -> Submission {
        Submission(
            good.filter { changes[$0.name] == nil } + changes.compactMap { name, value in value.map { (name, $0) } }, uploads: files)
    }

    static func problems(_ changes: [String: String?], files: [(name: String, upload: Upload)] = []) -> [String: TextKey] {
        let filling = form.filling(sent(changes, files: files))
        return Dictionary(uniqueKeysWithValues: filling.problems.map { ($0.name, $0.problem.text) })
    }
}
