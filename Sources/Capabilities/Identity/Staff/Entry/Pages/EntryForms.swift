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

    /// Of the moment, or a recovery code: what is asked again before something is changed that they sign in with.
    static let secondAgain = Field.text(
        "codigo", "team.codeAgain", hint: "team.codeAgain.hint", most: 60, width: .medium, autocomplete: "one-time-code")
    static let change = Form("staff-password", [password, secondAgain, newPassword, again], rule: isSame)
    static let proof = Form("staff-proof", [password, secondAgain])
    static let closeOthers = Form("staff-sessions", [password])

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
        case .breached: FieldProblem("team.password.breached")
        case .login: FieldProblem("team.password.login")
        }
    }
}

extension EntryDesk.Again {
    /// Which field it was, and what is said of it.
    var refusal: (field: String, problem: FieldProblem) {
        switch self {
        case .password: ("clave", FieldProblem("team.password.wrong"))
        case .code: ("codigo", FieldProblem("team.code.wrong"))
        }
    }
}
