import HTTPTypes

/// What each answer tells browsers not to allow. Sources: CSP Level 3, RFC 6797 (HSTS), WHATWG Fetch (nosniff, CORP), WHATWG HTML (COOP).
struct SecurityHeaders: Sendable {
    private let fields: [HTTPField]
    private let open: [HTTPField]
    private let located: [HTTPField]

    /// `isSecure` when people reach the site by https.
    init(isSecure: Bool) {
        var fields: [(HTTPField.Name, String)] = [
            (.contentSecurityPolicy, Self.policy), (.xContentTypeOptions, "nosniff"),
            (Self.referrerPolicy, "strict-origin-when-cross-origin"),
            (Self.permissionsPolicy, Self.permissions(geolocation: "()")), (Self.openerPolicy, "same-origin"),
            (Self.resourcePolicy, "same-origin"), (Self.frameOptions, "DENY"),
        ]
        if isSecure { fields.append((.strictTransportSecurity, "max-age=31536000; includeSubDomains")) }
        self.fields = fields.map { HTTPField(name: $0, value: $1) }
        open = self.fields.map { $0.name == Self.resourcePolicy ? HTTPField(name: $0.name, value: "cross-origin") : $0 }
        located = self.fields.filter { $0.name != Self.permissionsPolicy }
    }

    /// Appended, not looked up: no route sets one of these itself, except that a page may ask for the position (`Page.asksForPosition`).
    /// What is open to scripts of every site is open to their plain links too.
    func add(to headers: inout HTTPFields) {
        if headers[.accessControlAllowOrigin] != nil {
            headers.append(contentsOf: open)
        } else {
            headers.append(contentsOf: headers[Self.permissionsPolicy] == nil ? fields : located)
        }
    }

    /// What a page sends whose own scripts may ask the browser where it is. Source: Permissions Policy, W3C.
    static let position = HTTPField(name: permissionsPolicy, value: permissions(geolocation: "(self)"))

    private static func permissions(geolocation: String) -> String {
        "camera=(), geolocation=\(geolocation), microphone=(), payment=(), usb=()"
    }

    /// Only our own files, nothing inline, no frames.
    private static let policy = [
        "default-src 'none'", "style-src 'self'", "script-src 'self'", "img-src 'self'", "connect-src 'self'", "form-action 'self'",
        "base-uri 'none'",
        "frame-ancestors 'none'",
    ].joined(separator: "; ")

    private static let referrerPolicy = name("Referrer-Policy")
    private static let permissionsPolicy = name("Permissions-Policy")
    private static let openerPolicy = name("Cross-Origin-Opener-Policy")
    private static let resourcePolicy = name("Cross-Origin-Resource-Policy")
    private static let frameOptions = name("X-Frame-Options")

    /// Each is a token of RFC 9110; one that were not would take the place of a header that is always sent, and a test would see it.
    private static func name(_ text: String) -> HTTPField.Name { HTTPField.Name(text) ?? .xContentTypeOptions }
}
