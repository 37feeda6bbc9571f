import HTTPTypes
import Hummingbird

/// That whoever asked for large letters is met with them, also where no script runs: a cookie that says this and nothing of who it is, gone
/// when the browser is closed. Whoever chooses another size on the device itself keeps that.
public enum LargePrint {
    private static let pair = "letra=grande"

    /// Whether the browser was told.
    static func isAsked(_ request: Request) -> Bool {
        (request.headers[.cookie] ?? "").split(separator: ";").contains { $0.trimmed == pair }
    }

    /// The Set-Cookie that tells the browser, or takes it back. `isSecure` when people reach the site by https.
    public static func field(_ isWanted: Bool, isSecure: Bool) -> HTTPField {
        HTTPField(
            name: .setCookie,
            value:
                "\(isWanted ? pair : "letra="); Path=/; HttpOnly; SameSite=Lax\(isSecure ? "; Secure" : "")\(isWanted ? "" : "; Max-Age=0")"
        )
    }
}
