import Civic
import Expressions
import Flows
import Web

/// A question of a service as a form of one field.
struct QuestionField {
    let form: Form
    /// What was sent, for the reader of answers.
    let input: @Sendable (Answers) throws -> AnswerInput

    static let name = "respuesta"

    /// `most` is the largest file in bytes.
    init(_ question: Question, _ texts: Texts, territory: Territory, today: Day) {
        let words = question.text.said(in: texts.language).text
        func text(_ field: Field<String>) -> (Form, @Sendable (Answers) throws -> AnswerInput) {
            let asked = field.asked(plain: words)
            if question.isOptional {
                let optional = asked.optional
                return (Form("procedure-answer", [optional]), { .text(try $0[optional] ?? "") })
            }
            return (Form("procedure-answer", [asked]), { .text(try $0[asked]) })
        }
        switch question.kind {
        case .yesNo:
            (form, input) = text(
                .choice(Self.name, "procedures.answer", [FieldOption("si", "procedures.yes"), FieldOption("no", "procedures.no")]))
        case .choice(let options):
            (form, input) = text(
                .choice(Self.name, "procedures.answer", options.map { FieldOption($0.id, plain: $0.text.said(in: texts.language).text) }))
        case .several(let options, _):
            let field = Field<Set<String>>.choices(
                Self.name, "procedures.answer", options.map { FieldOption($0.id, plain: $0.text.said(in: texts.language).text) }
            ).asked(plain: words)
            form = Form("procedure-answer", [field])
            input = { .texts(try $0[field].sorted()) }
        case .declaration:
            let field = Field<Bool>.agreement(Self.name, "procedures.answer").asked(plain: words)
            form = Form("procedure-answer", [field])
            input = { .text(try $0[field] ? "si" : "") }
        case .date(let past, let future):
            let range = (past ? Day(number: -40_000) : today)...(future ? today.adding(days: 36_500) : today)
            let field = Field<Day>.day(Self.name, "procedures.answer", in: range).asked(plain: words)
            form = Form("procedure-answer", [field])
            input = { .text(try $0[field].iso) }
        case .commune:
            (form, input) = text(
                .select(
                    Self.name, "procedures.answer", empty: "procedures.commune.choose",
                    territory.communes.map { FieldOption("\($0.code)", plain: $0.name) }))
        case .longText(let most): (form, input) = text(.area(Self.name, "procedures.answer", most: most))
        case .text(let most): (form, input) = text(.text(Self.name, "procedures.answer", most: most))
        case .money: (form, input) = text(.text(Self.name, "procedures.answer", hint: "procedures.money.hint", most: 20, width: .narrow))
        case .wholeNumber: (form, input) = text(.text(Self.name, "procedures.answer", most: 12, width: .narrow))
        case .run: (form, input) = text(.text(Self.name, "procedures.answer", hint: "form.hint.run", most: 20, width: .medium))
        case .telephone: (form, input) = text(.text(Self.name, "procedures.answer", hint: "form.hint.phone", most: 30, width: .medium))
        case .email: (form, input) = text(.text(Self.name, "procedures.answer", hint: "form.hint.email", most: 254))
        case .address:
            let street = Field<String>.text(Self.name, "procedures.address.street", hint: "procedures.address.hint")
            let commune = Field<String>.select(
                "comuna", "procedures.address.commune", empty: "procedures.commune.choose",
                territory.communes.map { FieldOption("\($0.code)", plain: $0.name) })
            form = Form("procedure-answer", [street, commune])
            input = { .parts(["calle": try $0[street], "comuna": try $0[commune]]) }
        case .file, .groups:
            // ServiceCheck lets no definition with these name the page before they have one.
            (form, input) = text(.area(Self.name, "procedures.answer"))
        }
    }

    /// The form with what was answered before.
    func begun(_ value: Expressions.Value?, _ question: Question) -> Filling {
        switch (question.kind, value) {
        case (_, nil), (_, .null?): return form.blank
        case (.yesNo, .bool(let bool)?): return form.begun([(Self.name, bool ? "si" : "no")])
        case (.declaration, _): return form.blank
        case (_, .string(let text)?): return form.begun([(Self.name, text)])
        case (_, .int(let number)?): return form.begun([(Self.name, "\(number)")])
        case (.several, .list(let values)?):
            return form.begun(values.compactMap { if case .string(let id) = $0 { (Self.name, id) } else { nil } })
        case (.address, .map(let map)?):
            guard case .string(let street)? = map["calle"], case .string(let commune)? = map["comuna"] else { return form.blank }
            return form.begun([(Self.name, street), ("comuna", commune)])
        case (.date, .timestamp(let moment)?):
            let iso = Day(number: moment.day).iso.split(separator: "-").map(String.init)
            return form.begun([("\(Self.name)-day", iso[2]), ("\(Self.name)-month", iso[1]), ("\(Self.name)-year", iso[0])])
        default: return form.blank
        }
    }

    /// What is wrong with an answer, as the page says it.
    static func problem(_ fault: AnswerFault, _ question: Question, _ texts: Texts) -> FieldProblem {
        switch fault {
        case .missing, .option, .undeclared, .file: FieldProblem("procedures.problem.missing")
        case .tooMany(let most): FieldProblem("procedures.problem.many", ["most": "\(most)"])
        case .tooLong(let most): FieldProblem("form.problem.long", ["most": "\(most)"])
        case .number: FieldProblem("procedures.problem.number")
        case .range(let least, let most):
            FieldProblem("procedures.problem.range", ["least": texts.number(least), "most": texts.number(most)])
        case .date: FieldProblem("procedures.problem.date")
        case .pastOnly: FieldProblem("procedures.problem.past")
        case .futureOnly: FieldProblem("procedures.problem.future")
        case .run: FieldProblem("form.problem.run")
        case .commune, .address: FieldProblem("procedures.problem.commune")
        case .telephone: FieldProblem("form.problem.phone")
        case .email: FieldProblem("form.problem.email")
        case .inGroup(_, _, let inner): problem(inner, question, texts)
        case .condition: FieldProblem("procedures.problem.said", ["words": question.valid?.says.said(in: texts.language).text ?? ""])
        }
    }
}
