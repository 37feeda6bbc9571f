import Civic
import Expressions
import Flows
import Web

/// A question of a service as the fields of a form.
struct QuestionField {
    let fields: [any FormField]
    /// What was sent, for the reader of answers.
    let input: @Sendable (Answers) throws -> AnswerInput
    /// The file that was sent, of a question for one.
    var file: @Sendable (Answers) throws -> Upload? = { _ in nil }
    let name: String
    private let isDate: Bool

    static let alone = "respuesta"

    /// `largest` is the largest file in bytes, `name` the field's among others of a form; `isHeading` where the page is about this question.
    init(
        _ question: Question, _ texts: Texts, territory: Territory, today: Day, largest: Int, name: String = Self.alone,
        isHeading: Bool = false
    ) {
        let isHeading = isHeading && question.kind.headsItsPage
        self.name = name
        isDate = question.kind.type == .timestamp
        let words = question.text.said(in: texts.language).text
        let help = question.help?.said(in: texts.language).text
        func one<Value>(_ field: Field<Value>, _ input: @escaping @Sendable (Value) -> AnswerInput)
            -> ([any FormField], @Sendable (Answers) throws -> AnswerInput)
        {
            let asked = field.asked(plain: words, help: help, isHeading: isHeading)
            guard question.isOptional else { return ([asked], { input(try $0[asked]) }) }
            let optional = asked.optional
            return ([optional], { try $0[optional].map(input) ?? .text("") })
        }
        func text(_ field: Field<String>) -> ([any FormField], @Sendable (Answers) throws -> AnswerInput) { one(field) { .text($0) } }
        func options(_ options: [AnswerKind.Option]) -> [FieldOption] {
            options.map { FieldOption($0.id, plain: $0.text.said(in: texts.language).text) }
        }
        let regions = Dictionary(uniqueKeysWithValues: territory.regions.map { ($0.code, $0.name) })
        let communes = territory.communes.map { FieldOption("\($0.code)", plain: $0.name, group: regions[$0.region]) }
        switch question.kind {
        case .yesNo:
            (fields, input) = text(
                .choice(name, "procedures.answer", [FieldOption("si", "procedures.yes"), FieldOption("no", "procedures.no")]))
        case .choice(let all): (fields, input) = text(.choice(name, "procedures.answer", options(all)))
        case .several(let all, _):
            (fields, input) = one(Field<Set<String>>.choices(name, "procedures.answer", options(all))) { .texts($0.sorted()) }
        case .declaration: (fields, input) = one(Field<Bool>.agreement(name, "procedures.answer")) { .text($0 ? "si" : "") }
        case .date:
            // Which side of today it must be on says the reader of answers, in words of its own.
            let range = Day(number: -40_000)...today.adding(days: 36_500)
            (fields, input) = one(Field<Day>.day(name, "procedures.answer", hint: "procedures.date.hint", in: range)) { .text($0.iso) }
        case .commune: (fields, input) = text(.select(name, "procedures.answer", empty: "procedures.commune.choose", communes))
        case .longText(let most): (fields, input) = text(.area(name, "procedures.answer", most: most))
        case .text(let most): (fields, input) = text(.text(name, "procedures.answer", most: most))
        case .money: (fields, input) = text(.text(name, "procedures.answer", hint: "procedures.money.hint", most: 20, width: .narrow))
        case .wholeNumber: (fields, input) = text(.text(name, "procedures.answer", most: 12, width: .narrow))
        case .run: (fields, input) = text(.text(name, "procedures.answer", hint: "form.hint.run", most: 20, width: .medium))
        case .telephone: (fields, input) = text(.text(name, "procedures.answer", hint: "form.hint.phone", most: 30, width: .medium))
        case .email: (fields, input) = text(.text(name, "procedures.answer", hint: "form.hint.email", most: 254))
        case .address:
            let street = Field<String>.text(name, "procedures.address.street", hint: "procedures.address.hint")
            let commune = Field<String>.select("comuna", "procedures.address.commune", empty: "procedures.commune.choose", communes)
            fields = [street, commune]
            input = { .parts(["calle": try $0[street], "comuna": try $0[commune]]) }
        case .file(let formats):
            let kinds = formats.compactMap { FileKind(rawValue: $0.rawValue) }
            let asked = Field<Upload>.file(name, "procedures.answer", hint: "procedures.file.hint", kinds, most: largest).asked(
                plain: words, help: help, isHeading: isHeading)
            let optional = asked.optional
            fields = question.isOptional ? [optional] : [asked]
            input = { _ in .text("") }
            if question.isOptional { file = { try $0[optional] } } else { file = { try $0[asked] } }
        case .groups:
            // A list is answered group by group, on a page of its own.
            (fields, input) = ([], { _ in .groups([]) })
        }
    }

    var form: Form { Form("procedure-answer", fields) }

    /// What was answered before, as its fields show it.
    func begun(_ value: Expressions.Value?) -> [(name: String, value: String)] {
        switch value {
        case .bool(let bool)?: return [(name, bool ? "si" : "no")]
        case .string(let text)?: return [(name, text)]
        case .int(let number)?: return [(name, "\(number)")]
        case .list(let values)?: return values.compactMap { if case .string(let id) = $0 { (name, id) } else { nil } }
        case .map(let map)?:
            guard case .string(let street)? = map["calle"], case .string(let commune)? = map["comuna"] else { return [] }
            return [(name, street), ("comuna", commune)]
        case .timestamp(let moment)?:
            let iso = Day(number: moment.day).iso.split(separator: "-").map(String.init)
            return [("\(name)-day", iso[2]), ("\(name)-month", iso[1]), ("\(name)-year", iso[0])]
        default: return []
        }
    }

    /// What was sent, as its fields show it again.
    func kept(_ input: AnswerInput?) -> [(name: String, value: String)] {
        switch input {
        case .text(let text)?:
            guard isDate else { return [(name, text)] }
            let parts = text.split(separator: "-").map(String.init)
            return parts.count == 3 ? [("\(name)-day", parts[2]), ("\(name)-month", parts[1]), ("\(name)-year", parts[0])] : []
        case .texts(let texts)?: return texts.map { (name, $0) }
        case .parts(let parts)?: return [(name, parts["calle"] ?? ""), ("comuna", parts["comuna"] ?? "")]
        case .groups?, nil: return []
        }
    }

    /// What is wrong with an answer, as the page says it.
    static func problem(_ fault: AnswerFault, _ question: Question, _ texts: Texts) -> FieldProblem {
        switch fault {
        case .missing, .option, .undeclared: FieldProblem("procedures.problem.missing")
        case .file: FieldProblem("procedures.problem.file")
        case .tooFew(let least): FieldProblem("procedures.problem.few", ["least": "\(least)"])
        case .tooMany(let most): FieldProblem("procedures.problem.many", ["most": "\(most)"])
        case .tooLong(let most): FieldProblem("form.problem.long", ["most": "\(most)"])
        case .number: FieldProblem(question.kind.isMoney ? "procedures.problem.money" : "procedures.problem.number")
        case .range(let least, let most):
            FieldProblem("procedures.problem.range", ["least": texts.number(least), "most": texts.number(most)])
        case .date: FieldProblem("procedures.problem.date")
        case .pastOnly: FieldProblem("procedures.problem.past")
        case .futureOnly: FieldProblem("procedures.problem.future")
        case .run: FieldProblem("form.problem.run")
        case .commune, .address: FieldProblem("procedures.problem.commune")
        case .telephone: FieldProblem("form.problem.phone")
        case .email: FieldProblem("form.problem.email")
        case .inGroup(_, let id, let inner): problem(inner, question.part(id) ?? question, texts)
        case .repeated: FieldProblem("procedures.problem.repeated")
        case .ownNumber: FieldProblem("procedures.problem.ownNumber")
        case .condition: FieldProblem("procedures.problem.said", ["words": question.valid?.says.said(in: texts.language).text ?? ""])
        }
    }
}
