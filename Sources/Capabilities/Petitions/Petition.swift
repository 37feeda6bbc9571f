import Civic
import Storage

/// What somebody says to the State outside of any procedure (DS 680 of 1990, Ministry of the Interior: offices of information, complaints and
/// suggestions).
public struct Petition: Sendable, Hashable {
    public enum Kind: String, Sendable, Hashable, CaseIterable {
        case question, complaint, suggestion, congratulation, request
    }

    /// Where it stands: whose turn it is.
    public enum State: String, Sendable, Hashable {
        /// Nobody has taken it yet.
        case received
        case taken
        /// Somebody wrote an answer that another must read.
        case drafted
        case answered
    }

    public let id: Int64
    /// What its sender keeps.
    public let code: CheckedCode
    public let kind: Kind
    public let state: State
    public let received: Instant
    /// The last day of its term.
    public let due: Day
    public let holder: Int64?
    public let author: Int64?
    public let answered: Instant?
    /// From 1 to 7; nil until the sender says.
    public let satisfaction: Int?
    public let interaction: InteractionID
    /// Whether its sender left a way to be reached.
    public let hasContact: Bool

    public func isLate(on day: Day) -> Bool { state != .answered && day > due }
}
