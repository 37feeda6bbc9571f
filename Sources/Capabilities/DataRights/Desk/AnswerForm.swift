import Civic
import Ports
import Web

/// The answer to a request: each of its purposes in one of three groups, and the reasons that the person reads.
struct AnswerForm {
    static let reasons = Field.area("razones", "rightsDesk.reasons", hint: "rightsDesk.reasons.hint", most: 8000, rows: 8)

    let groups: [(verdict: Verdict, field: Field<Set<String>?>)]
    let form: Form
    private let purposes: [String]
    private let corrects: Bool

    init(_ request: RightsRequest, _ register: ProcessingRegister) {
        let activities = Self.activities(request, register)
        let options = activities.map { FieldOption($0.id, plain: $0.name) }
        let groups: [(verdict: Verdict, field: Field<Set<String>?>)] =
            request.right == .question
            ? []
            : [
                (.granted, Field.choices("conceder", "rightsDesk.grant", hint: "rightsDesk.grant.hint", options).optional),
                (.blocked, Field.choices("bloquear", "rightsDesk.block", hint: "rightsDesk.block.hint", options).optional),
                (.refused, Field.choices("negar", "rightsDesk.refuse", hint: "rightsDesk.refuse.hint", options).optional),
            ]
        let obliged = request.right == .erasure ? Set(activities.filter { $0.obligation != nil }.map(\.id)) : []
        let all = activities.map(\.id)
        self.groups = groups
        purposes = all
        let corrects = request.right == .rectification && request.isShown
        self.corrects = corrects
        form = Form("rights-answer", groups.map(\.field) + (corrects ? CorrectionFields.all : []) + [Self.reasons]) { answers in
            if groups.isEmpty { return nil }
            let chosen = try groups.map { try answers[$0.field] ?? [] }
            guard chosen.map(\.count).reduce(0, +) == all.count, chosen.reduce(Set(), { $0.union($1) }) == Set(all) else {
                return ("conceder", FieldProblem("rightsDesk.problem.each"))
            }
            if corrects, chosen[0].isEmpty, try !CorrectionFields.correction(answers).isEmpty {
                return ("nombres", FieldProblem("rightsDesk.problem.correction"))
            }
            return chosen[0].isDisjoint(with: obliged) ? nil : ("conceder", FieldProblem("rightsDesk.problem.obligation"))
        }
    }

    /// What is decided: each purpose once, in the order of the register.
    func verdicts(_ answers: Answers) throws -> [(purpose: String, verdict: Verdict)] {
        let chosen = try groups.map { ($0.verdict, try answers[$0.field] ?? []) }
        return purposes.compactMap { purpose in chosen.first { $0.1.contains(purpose) }.map { (purpose, $0.0) } }
    }

    /// What a granted rectification changes; nil for every other answer.
    func correction(_ answers: Answers) throws -> Correction? {
        guard corrects else { return nil }
        let correction = try CorrectionFields.correction(answers)
        return correction.isEmpty ? nil : correction
    }

    static func activities(_ request: RightsRequest, _ register: ProcessingRegister) -> [ProcessingRegister.Activity] {
        let about = register.activities.filter { $0.holds != nil || $0.obligation != nil }
        let asked = about.filter { request.purposes.contains($0.id) }
        return asked.isEmpty ? about : asked
    }
}
