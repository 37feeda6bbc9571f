/// Leave to do one thing. Each room names its own: `extension Permission { static let callTickets: Permission = "queues.call" }`.
public struct Permission: Sendable, Hashable, ExpressibleByStringLiteral, CustomStringConvertible {
    public let description: String

    public init(stringLiteral literal: StaticString) {
        description = literal.withUTF8Buffer { String(decoding: $0, as: UTF8.self) }
    }

    /// A permission by its stored name.
    public init(stored name: String) {
        description = name
    }
}

extension Permission {
    /// Open the data of a person who is present at an interaction of one's own.
    public static let readPersons: Permission = "people.read"
    /// Look persons up: a search shows masked rows, and each leaves its trace.
    public static let findPersons: Permission = "people.find"
    /// Register a person and change what is known of them.
    public static let writePersons: Permission = "people.write"
    /// See former names.
    public static let readFormerNames: Permission = "people.former-names"
    /// See where a protected person lives and is attended.
    public static let readProtected: Permission = "people.protected"
    /// Read the audit, and who looked at whom.
    public static let readAudit: Permission = "audit.read"
    /// Start dead jobs again.
    public static let runJobs: Permission = "jobs.run"
}

/// A named set of permissions that a person of the staff holds.
public struct Role: Sendable, Hashable {
    public let name: String
    public let permissions: Set<Permission>

    public init(_ name: String, _ permissions: Set<Permission>) {
        self.name = name
        self.permissions = permissions
    }
}
