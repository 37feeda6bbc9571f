import Storage

/// One datum of one person, closed: it prints as nothing, and only a `Disclosure` of that person and that field opens it.
public struct Personal: Sendable, CustomStringConvertible {
    public let subject: PersonID
    public let field: PersonalField
    let sealed: Sealed

    /// The secret `column` of a row of `table` that was read, about `subject`.
    public init(_ row: Row, _ column: String, of table: String, id: Int64, subject: PersonID, _ field: PersonalField) throws {
        self.subject = subject
        self.field = field
        sealed = try Sealed(row, column, of: table, id: id)
    }

    public var description: String { "(personal)" }
}

/// What kind of datum it is: what a trace names, so that the person can read what was looked at.
public struct PersonalField: Sendable, Hashable, ExpressibleByStringLiteral, CustomStringConvertible {
    public let description: String
    /// Where a protected person is or can be found: it needs a permission of its own.
    let tellsWhere: Bool

    public init(stringLiteral literal: StaticString) {
        self.init(literal, tellsWhere: false)
    }

    public init(_ literal: StaticString, tellsWhere: Bool) {
        self.init(description: literal.withUTF8Buffer { String(decoding: $0, as: UTF8.self) }, tellsWhere: tellsWhere)
    }

    private init(description: String, tellsWhere: Bool) {
        self.description = description
        self.tellsWhere = tellsWhere
    }

    /// What a register outside of the house says of somebody, who is named to it by asking.
    public static func register(_ id: String) -> PersonalField {
        PersonalField(description: outside + id, tellsWhere: false)
    }

    /// Which register that was, as the trace has it; nil for data of the house.
    public static func register(in stored: String) -> String? {
        stored.hasPrefix(outside) ? String(stored.dropFirst(outside.count)) : nil
    }

    static let outside = "register:"
}

extension PersonalField {
    public static let name: PersonalField = "name"
    /// The first letters of the name, and the end of a number: all that a search and an unproven contact show.
    public static let mask: PersonalField = "mask"
    public static let formerName: PersonalField = "formerName"
    public static let birth: PersonalField = "birth"
    public static let needs: PersonalField = "needs"
    public static let identifiers: PersonalField = "identifiers"
    public static let files: PersonalField = "files"
    public static let contacts = PersonalField("contacts", tellsWhere: true)
}
