/// Why no connection could be made. libpq's own words name hosts, users and databases, so they only choose among these.
enum ConnectFailure {
    private static let known: [(sign: String, reason: String)] = [
        ("authentication failed", "the server refused the credentials"),
        ("no password supplied", "the server asks for a password"),
        ("no pg_hba.conf entry", "the server admits no such client"),
        ("certificate", "the certificate was not accepted"),
        ("SSL", "no agreement on TLS"),
        ("too many clients", "the server has no connection left"),
        ("remaining connection slots", "the server has no connection left"),
        ("starting up", "the server is starting"),
        ("shutting down", "the server is stopping"),
        ("recovery mode", "the server is recovering"),
        ("read-only", "no server of the address accepts writes"),
        ("could not translate host name", "the server's name is unknown"),
        ("Connection refused", "nobody listens there"),
        ("timeout expired", "the server did not answer in time"),
        ("does not exist", "there is no such database or role"),
    ]

    static func reason(_ message: String) -> String {
        known.first { message.contains($0.sign) }?.reason ?? "the server can't be reached"
    }
}
