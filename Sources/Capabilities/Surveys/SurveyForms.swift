import Civic
import Web

/// What is asked after an attention. Only the first question must be answered.
enum SurveyForms {
    static let code = Field.text("codigo", "surveys.code", hint: "surveys.code.hint", most: 20, width: .medium)
        .checked { CheckedCode(typed: $0) == nil ? FieldProblem("surveys.code.unknown") : nil }
    static let door = Form("survey-door", [code])

    static let satisfaction = grade("satisfaccion", "surveys.satisfaction")
    static let others: [(question: Survey.Question, field: Field<String?>)] = [
        (.time, grade("tiempo", "surveys.time").optional), (.effort, grade("esfuerzo", "surveys.effort").optional),
        (.clarity, grade("claridad", "surveys.clarity").optional), (.kindness, grade("trato", "surveys.kindness").optional),
        (.information, grade("informacion", "surveys.information").optional),
    ]
    static let visit = Field.choice(
        "visita", "surveys.visit",
        [
            FieldOption("si", "surveys.visit.saved"), FieldOption("a-medias", "surveys.visit.stillNeeded"),
            FieldOption("no", "surveys.visit.notSaved"),
        ]
    ).optional

    static let form = Form("survey", [satisfaction as any FormField] + others.map { $0.field as any FormField } + [visit])

    static func answer(_ answers: Answers) throws -> SurveyAnswer {
        var grades: [Survey.Question: Int] = [:]
        grades[.satisfaction] = Int(try answers[satisfaction])
        for (question, field) in others { grades[question] = try answers[field].flatMap { Int($0) } }
        let visits: [String: Survey.Visit] = ["si": .saved, "a-medias": .stillNeeded, "no": .notSaved]
        return SurveyAnswer(grades: grades, visit: try answers[visit].flatMap { visits[$0] })
    }

    private static func grade(_ name: String, _ label: TextKey) -> Field<String> {
        Field.choice(name, label, hint: "surveys.grade.hint", (1...7).map { FieldOption("\($0)", plain: "\($0)") })
    }
}
