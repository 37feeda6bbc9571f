import Civic
import Web

extension House {
    /// Whether people reach the site by https.
    var isSecure: Bool { settings.baseURL?.hasPrefix("https:") == true }

    /// Who is signed in.
    var sessions: Sessions {
        Sessions(
            database, keyring: keyring,
            terms: BrowserSession.Terms(
                idle: Int64(settings.limits.sessionIdleMinutes) * 60_000, whole: Int64(settings.limits.sessionHours) * 3_600_000),
            staff: BrowserSession.Terms(
                idle: Int64(settings.limits.staffIdleMinutes) * 60_000, whole: Int64(settings.limits.staffHours) * 3_600_000),
            isSecure: isSecure, clock: clock)
    }

    /// Where forms go out and come back. One for the whole process: it remembers who sends how fast.
    func forms() -> Forms {
        Forms(
            keyring: keyring, clock: clock, baseURL: settings.baseURL, reader: SubmissionReader(),
            limit: RateLimit(perMinute: settings.limits.formsPerMinute, burst: settings.limits.formsPerMinute),
            most: settings.limits.uploadBytes, log: log)
    }
}
