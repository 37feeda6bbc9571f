import Civic

/// A person is asked, where they are signed in, whether they are at this desk and let the agent see their data.
public struct Approval: Sendable, Hashable {
    public enum Answer: String, Sendable, Hashable, CaseIterable {
        case approved, refused
    }

    public let id: Int64
    /// What both sides read to each other: it ties the question on the telephone to the agent in front.
    public let code: String
    public let person: PersonID
    public let interaction: InteractionID
    public let staff: Int64
    public let asked: Instant
    public let until: Instant
    public let answer: Answer?

    /// A code of eight letters and digits that are not taken for one another.
    static func newCode() -> String {
        var random = SystemRandomNumberGenerator()
        return String((0..<8).map { _ in letters[Int.random(in: 0..<letters.count, using: &random)] })
    }

    /// nil when it can't be a code.
    static func code(_ text: some StringProtocol) -> String? {
        let code = text.uppercased().filter { !$0.isWhitespace && $0 != "-" }
        return code.count == 8 && code.allSatisfy(letters.contains) ? code : nil
    }

    private static let letters = Array("ABCDEFGHJKMNPQRSTUVWXYZ23456789")
}
