import Storage

/// Whether a number is one that was verified for somebody, and is in force: what a sign-in asks before it trusts `PeopleDesk.find`, which
/// finds those too who only said the number.
public struct VerifiedNumbers: Sendable {
    private let identifiers: IdentifierStore

    public init(keyring: Keyring) {
        identifiers = IdentifierStore(keyring: keyring)
    }

    public func hasHolder(_ identifier: Identifier, _ snapshot: Snapshot) throws -> Bool {
        try identifiers.holder(of: identifier, snapshot) != nil
    }
}
