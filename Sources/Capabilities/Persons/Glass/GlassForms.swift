import Civic
import Web

/// What is asked of whoever breaks the glass, and of whoever looks at it afterwards.
enum GlassForms {
    static let reason = Field.area("motivo", "persons.glass.reason", hint: "persons.glass.reason.hint", most: 1000, rows: 4)
        .checked { $0.count < 20 ? FieldProblem("persons.glass.reason.short") : nil }
    static let days = Field.number("dias", "persons.glass.delay", hint: "persons.glass.delay.hint", in: 1...30).optional
    static let delay = Field.text("motivo-espera", "persons.glass.delay.reason", most: 500).optional
    static let open = Form("glass", [reason, days, delay]) { answers in
        let (days, reason) = (try answers[days], try answers[delay])
        return (days == nil) == (reason == nil) ? nil : (days == nil ? "dias" : "motivo-espera", FieldProblem("persons.glass.delay.both"))
    }

    static let verdict = Field.choice(
        "resultado", "persons.glass.verdict",
        [FieldOption("si", "persons.glass.justified"), FieldOption("no", "persons.glass.unjustified")])
    static let remark = Field.area("observacion", "persons.glass.remark", most: 1000, rows: 3)
    static let review = Form("glassReview", [verdict, remark])

    static func grounds(_ answers: Answers) throws -> GlassDesk.Grounds {
        let (days, why) = (try answers[Self.days], try answers[delay])
        return GlassDesk.Grounds(reason: try answers[reason], delay: days.flatMap { days in why.map { (days: days, reason: $0) } })
    }
}
