import Civic
import Web

/// What somebody wants to sign in for: where to go on, and how surely they must be known there.
struct AskedSignIn: Sendable {
    let back: ReturnPath?
    let level: Assurance

    /// Nothing asked is a person's own place, which needs the digital identity.
    init(query: String) {
        back = AskedQuery.value(of: "volver", in: query).flatMap(ReturnPath.init)
        level = AskedQuery.value(of: "nivel", in: query).flatMap(SignInNeeded.level).map { max($0, .declared) } ?? .verified
    }

    init(back: ReturnPath?, level: Assurance) {
        self.back = back
        self.level = level
    }

    /// The same question at another page of the sign-in.
    func address(_ path: String, _ texts: Texts) -> String {
        texts.address(path) + "?nivel=\(SignInNeeded.name(of: level))" + (back.map { "&volver=" + $0.escaped } ?? "")
    }

    /// Where to go on; without a place to go back to, a person's own.
    func onward(_ texts: Texts) -> ReturnPath? { back ?? ReturnPath(texts.address("/mi")) }
}
