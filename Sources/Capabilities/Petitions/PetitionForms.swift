import Civic
import Web

/// What is asked of whoever writes, and of whoever answers.
enum PetitionForms {
    static let kind = Field.choice(
        "tipo", "petitions.kind",
        [
            FieldOption("consulta", "petitions.kind.question", hint: "petitions.kind.question.hint"),
            FieldOption("reclamo", "petitions.kind.complaint", hint: "petitions.kind.complaint.hint"),
            FieldOption("sugerencia", "petitions.kind.suggestion"), FieldOption("felicitacion", "petitions.kind.congratulation"),
            FieldOption("solicitud", "petitions.kind.request", hint: "petitions.kind.request.hint"),
        ])
    static let words = Field.area("mensaje", "petitions.words", hint: "petitions.words.hint", most: 4000, rows: 8)
    static let contact = Field.text("contacto", "petitions.contact", hint: "petitions.contact.hint", most: 200).optional
    static let write = Form("petition", [kind, words, contact])

    static let code = Field.text("codigo", "petitions.code", hint: "petitions.code.hint", most: 20, width: .medium)
        .checked { CheckedCode(typed: $0) == nil ? FieldProblem("petitions.code.wrong") : nil }
    static let follow = Form("petition-follow", [code])

    static let grade = Field.choice(
        "nota", "petitions.rate", hint: "petitions.rate.hint", (1...7).map { FieldOption("\($0)", plain: "\($0)") })
    static let rate = Form("petition-rate", [grade])

    static let take = Form("petition-take", [])
    static let answer = Field.area("respuesta", "petitions.answer", hint: "petitions.answer.hint", most: 6000, rows: 10)
    static let answering = Form("petition-answer", [answer])
    static let decision = Field.choice(
        "decision", "petitions.decision", [FieldOption("si", "petitions.decision.yes"), FieldOption("no", "petitions.decision.no")])
    static let deciding = Form("petition-decide", [decision])

    static func kind(_ answers: Answers) throws -> Petition.Kind {
        switch try answers[kind] {
        case "consulta": .question
        case "reclamo": .complaint
        case "sugerencia": .suggestion
        case "felicitacion": .congratulation
        default: .request
        }
    }

    static func word(_ kind: Petition.Kind) -> TextKey {
        switch kind {
        case .question: "petitions.kind.question"
        case .complaint: "petitions.kind.complaint"
        case .suggestion: "petitions.kind.suggestion"
        case .congratulation: "petitions.kind.congratulation"
        case .request: "petitions.kind.request"
        }
    }
}
