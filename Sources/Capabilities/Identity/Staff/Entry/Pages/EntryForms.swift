import Civic
import Web

/// What is asked in the steps of signing in.
enum EntryForms {
    static let login = Field.text("cuenta", "team.login", hint: "team.login.hint", most: 60, width: .medium, autocomplete: "username")
    static let password = Field.password("clave", "team.password")
    static let begin = Form("staff-entry", [login, password])

    static let code = Field.oneTimeCode("codigo", "team.code", hint: "team.code.hint")
    static let codeForm = Form("staff-code", [code])

    static let recovery = Field.text("codigo", "team.recovery", hint: "team.recovery.hint", most: 60)
    static let recoveryForm = Form("staff-recovery", [recovery])

    static let newPassword = Field.password("clave-nueva", "team.newPassword", hint: "team.newPassword.hint", isNew: true)
    static let again = Field.password("clave-otra-vez", "team.again", isNew: true)
    static let renewal = Form("staff-renewal", [newPassword, again], rule: isSame)

    static let change = Form("staff-password", [password, newPassword, again], rule: isSame)

    static let confirm = Form("staff-second", [code])
    static let leave = Form("staff-leave", [])

    private static let isSame: @Sendable (Answers) throws -> (field: String, problem: FieldProblem)? = { answers in
        try answers[newPassword] == answers[again] ? nil : ("clave-otra-vez", FieldProblem("team.again.problem"))
    }
}

extension PasswordRules.Problem {
    var words: FieldProblem {
        switch self {
        case .short: FieldProblem("team.password.short", ["least": "\(PasswordRules.least)"])
        case .common: FieldProblem("team.password.common")
        case .login: FieldProblem("team.password.login")
        }
    }
}
