import Civic
import Ports
import Web

/// What is asked about an account and a role. The institutions are those of the catalogue.
struct TeamForms {
    let institution: Field<String>
    let login = Field.text("cuenta", "team.login", hint: "team.login.rule", most: 60, width: .medium, autocomplete: "off")
        .checked { StaffLogin($0) == nil ? FieldProblem("team.login.problem") : nil }
    let name = Field.text("nombre", "team.name", most: 200, autocomplete: "off")
    let post = Field.text("cargo", "team.post", hint: "team.post.hint", most: 120, autocomplete: "off")
    let point = Field.number("punto", "team.point", hint: "team.point.hint", in: 1...999_999).optional
    let run = Field.run("run", "team.run", hint: "team.run.hint").optional
    let new: Form

    init(_ institutions: [Directory.Entry]) {
        institution = .select(
            "institucion", "team.institution", empty: "team.institution.choose", institutions.map { FieldOption($0.key, plain: $0.name) })
        new = Form("staff-new", [login, name, institution, post, point, run])
    }

    static let role = Field.select(
        "rol", "team.role", empty: "team.role.choose", StaffRole.allCases.map { FieldOption($0.rawValue, $0.title) })
    static let reach = Field.choice("alcance", "team.reach", StaffReach.allCases.map { FieldOption($0.rawValue, $0.title) })
    static let rolePoint = Field.number("punto", "team.rolePoint", hint: "team.rolePoint.hint", in: 1...999_999).optional
    static let classes = Field.choices(
        "materias", "team.classes", hint: "team.classes.hint",
        Sensitivity.allCases.filter { $0 != .ordinary }.map { FieldOption("\($0.rawValue)", $0.title) }
    ).optional
    static let until = Field.day(
        "hasta", "team.lastDay", hint: "team.lastDay.hint", in: Day(number: 20_000)...Day(number: 40_000)
    ).optional
    static let give = Form("staff-role", [role, reach, rolePoint, classes, until]) { answers in
        try answers[reach] == StaffReach.point.rawValue && answers[rolePoint] == nil ? ("punto", FieldProblem("form.problem.empty")) : nil
    }

    static let take = Form("staff-take", [])
    static let close = Form("staff-close", [])
    static let reopen = Form("staff-reopen", [])
    static let lost = Field.choice(
        "perdio", "team.lost",
        [FieldOption("clave", "team.lost.password"), FieldOption("todo", "team.lost.both", hint: "team.lost.both.hint")])
    static let proof = Field.choice("prueba", "team.proof", RestartProof.allCases.map { FieldOption($0.rawValue, $0.words) })
    static let restart = Form("staff-restart", [lost, proof])

    /// The role that was asked for; it ends with the last day that was named.
    static func role(_ answers: Answers) throws -> NewRole? {
        guard let role = StaffRole(rawValue: try answers[role]), let reach = StaffReach(rawValue: try answers[reach]) else { return nil }
        let classes = (try answers[classes] ?? []).compactMap { Int($0).flatMap(Sensitivity.init(rawValue:)) }
        return NewRole(
            role, reach, point: try answers[rolePoint].map(Int64.init), sensitivities: Set(classes),
            until: try answers[until].map(Self.end))
    }

    /// The first moment after a day.
    private static func end(of day: Day) -> Instant {
        let midnight = Int64(day.number + 1) * 86_400_000
        return Instant(milliseconds: midnight - Int64(ChileanTime.offsetHours(at: Instant(milliseconds: midnight))) * 3_600_000)
    }
}
