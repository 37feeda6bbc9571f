import Civic
import HTTPTypes
import Hummingbird
import Logging
import Markup
import Storage

/// Where forms go out and come back: each goes out with a token that is good once, and comes back from our own page or not at all.
///
///     router.post("/avisos") { request, context in
///         switch try await forms.take(form, request, context) {
///         case .refused(let filling): pages.make(request, context, page(filling))
///         case .accepted(let answers, let once): … database.write(once: once) { … } …
///         }
///     }
public struct Forms: Sendable {
    private let keyring: Keyring
    private let clock: Clock
    private let baseURL: String?
    private let reader: SubmissionReader
    private let limit: RateLimit
    private let most: Int
    private let log: Logger

    /// `baseURL` is how people reach the site, when that is set; `most` the largest file in bytes.
    public init(keyring: Keyring, clock: Clock, baseURL: String?, reader: SubmissionReader, limit: RateLimit, most: Int, log: Logger) {
        self.keyring = keyring
        self.clock = clock
        self.baseURL = baseURL
        self.reader = reader
        self.limit = limit
        self.most = most
        self.log = log
    }

    /// What came of a form that was sent.
    public enum Taken: Sendable {
        /// Something must be mended: the form goes back with all that was typed.
        case refused(Filling)
        /// All is right. The key makes the act happen once, however often the form is sent.
        case accepted(Answers, once: OnceKey)
    }

    /// The form with a new token, for whoever is signed in, if anybody. `weight` is its button's. What is wrong is told above it, unless
    /// `isTold` is false: then the page has `notices` at its top.
    public func html(
        _ filling: Filling, action: String, button: TextKey, weight: Buttons.Weight = .main, isTold: Bool = true, texts: Texts,
        session: BrowserSession? = nil
    ) -> HTML {
        let token = FormToken.issue(for: Self.scope(filling.form, session), keyring: keyring, now: clock.now.milliseconds)
        return FormView(texts: texts, filling: filling, token: token).form(
            action: action, button: button, weight: weight, isTold: isTold)
    }

    /// What is wrong with a form that stands further down on a long page, for the page's top.
    public func notices(_ filling: Filling, texts: Texts) -> HTML { FormView(texts: texts, filling: filling, token: "").notices }

    /// Reads what was sent. Throws `foreign` when it comes from another site's page, and `TooManyAttempts` when one client sends too fast.
    public func take(_ form: Form, _ request: Request, _ context: WebContext, session: BrowserSession? = nil) async throws -> Taken {
        guard isOurs(request) else { throw Failure.foreign }
        try limit.take(context.client, at: clock.now)
        let submission = try await reader.submission(request, most: form.takesFiles ? most + Self.mostText : Self.mostText)
        var filling = form.filling(submission)
        guard
            let once = FormToken.accept(
                submission.text("token"), for: Self.scope(form, session), keyring: keyring, now: clock.now.milliseconds)
        else {
            filling.isStale = true
            report("stale or forged token", form, context)
            return .refused(filling)
        }
        guard filling.isRefused else { return .accepted(Answers(submission: submission), once: once) }
        report("wrong values", form, context)
        return .refused(filling)
    }

    /// Which form was not taken and why, so that an attack shows among the slips of people; never what was written (ASVS 16.3.3).
    private func report(_ reason: StaticString, _ form: Form, _ context: WebContext) {
        log.notice("refused", metadata: ["id": "\(context.requestID)", "form": "\(form.name)", "reason": "\(reason)"])
    }

    /// Browsers say from which site a form was sent (Fetch Metadata, RFC 6454); older ones and programs say nothing, and for them the token
    /// alone decides.
    private func isOurs(_ request: Request) -> Bool {
        if let site = request.headers[Self.fetchSite], site != "same-origin", site != "none" { return false }
        guard let origin = request.headers[.origin] else { return true }
        if let baseURL { return origin == baseURL }
        guard let host = request.head.authority else { return false }
        return origin == "http://\(host)" || origin == "https://\(host)"
    }

    private static func scope(_ form: Form, _ session: BrowserSession?) -> String {
        "\(form.name)\u{0}\(session.map { "\($0.id)" } ?? "")"
    }

    /// Bytes of all that can be typed.
    private static let mostText = 262_144
    private static let fetchSite = HTTPField.Name("Sec-Fetch-Site") ?? .eTag
}
