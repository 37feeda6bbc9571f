import Civic

/// Data that somebody reached who should not have, or may have.
public struct Breach: Sendable, Hashable {
    public enum Cause: String, Sendable, Hashable, CaseIterable {
        /// An account of the staff was taken over.
        case account
        /// A session, and so the device it was on.
        case session
        /// A token of another institution's system.
        case institution
        case unmerging, glass

        var title: TextKey {
            switch self {
            case .account: "breaches.account"
            case .session: "breaches.session"
            case .institution: "breaches.institution"
            case .unmerging: "breaches.unmerging"
            case .glass: "breaches.glass"
            }
        }
    }

    public let id: Int64
    public let code: CheckedCode
    public let cause: Cause
    /// The account, session, institution or merger, by its id.
    public let reference: Int64
    public let from: Instant
    public let to: Instant
    /// From this moment the hours of the law run.
    public let known: Instant
    /// nil where no term is on record.
    public let alertDue: Instant?
    public let reportDue: Instant?
    public let persons: Int
    public let reads: Int
    /// When the letters were made.
    public let letters: Instant?
    /// Whether it is known that it happened; otherwise somebody must look.
    public let isCertain: Bool
}

extension Permission {
    /// Read the register of breaches, without anybody's data.
    public static let readBreaches: Permission = "breach.read"
}
