import Civic

/// A paper that a case yielded. Anybody with its code learns whether it is authentic and still holds, and nothing of whom it is about.
struct IssuedDocument: Sendable {
    let id: Int64
    let code: CheckedCode
    let subject: PersonID
    let service: String
    /// Which of the service's documents it is.
    let document: String
    let kind: String
    /// Of its content, SHA-256 in hexadecimal.
    let digest: String
    /// Of `signed`, Ed25519 in base64 for addresses (RFC 8032, RFC 4648 section 5).
    let signature: String
    let issued: Instant
    /// The last day on which it holds; nil for always.
    let expires: Day?
    let revoked: Instant?

    enum Standing: Sendable { case valid, expired, revoked }

    func standing(on day: Day) -> Standing {
        if revoked != nil { return .revoked }
        return expires.map { $0 < day } == true ? .expired : .valid
    }

    /// What is signed: enough to verify a paper without asking us, and nothing about a person.
    static func signed(_ code: CheckedCode, _ kind: String, _ digest: String, issued: Instant, expires: Day?) -> String {
        [code.plain, kind, digest, "\(issued.milliseconds)", expires?.iso ?? "-"].joined(separator: "|")
    }
}
