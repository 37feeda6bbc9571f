/// A column as the product declares it; the driver renders its type. Not null unless it says `optional`.
public struct Column: Sendable {
    public enum Kind: String, Sendable {
        /// The 64-bit key of the row.
        case id
        case int, real, text, bytes
        /// Personal data, encrypted (AES-GCM) and tied to its table, column and row.
        case secret
        /// A keyed digest (HMAC-SHA-256) to find a secret by.
        case lookup
    }

    public let name: String
    public let kind: Kind
    public private(set) var isOptional = false
    var isUnique = false
    var reference: String?
    var rule: String?
    /// The person, or whoever else, whom the row is about.
    public private(set) var isSubject = false
    /// In a table with a subject: this column may be in clear.
    public private(set) var isOpen = false
    /// For a lookup: the secret it finds, and how text is made comparable before it is digested.
    var finds: String?
    var normalise: (@Sendable (String) -> String)?

    public static func id(_ name: String = "id") -> Column { Column(name: name, kind: .id) }
    public static func int(_ name: String) -> Column { Column(name: name, kind: .int) }
    public static func real(_ name: String) -> Column { Column(name: name, kind: .real) }
    public static func text(_ name: String) -> Column { Column(name: name, kind: .text) }
    public static func bytes(_ name: String) -> Column { Column(name: name, kind: .bytes) }
    public static func secret(_ name: String) -> Column { Column(name: name, kind: .secret) }

    /// A digest of the secret column `of`, after `normalise`; key rotation makes it anew from that column.
    public static func lookup(_ name: String, of secret: String, normalise: @escaping @Sendable (String) -> String = { $0 }) -> Column {
        var column = Column(name: name, kind: .lookup)
        column.finds = secret
        column.normalise = normalise
        return column
    }

    /// The row of `table` that this row is about: a table that has one keeps the rest sealed or says that it is open.
    public static func subject(_ name: String, _ table: String) -> Column {
        var column = Column.int(name).references(table)
        column.isSubject = true
        return column
    }

    private init(name: String, kind: Kind) {
        self.name = name
        self.kind = kind
    }

    /// The value may be missing.
    public var optional: Column { with { $0.isOptional = true } }
    /// No two rows have the same value.
    public var unique: Column { with { $0.isUnique = true } }
    /// May stand in clear beside a subject.
    public var open: Column { with { $0.isOpen = true } }
    /// The value is the id of a row of `table`.
    public func references(_ table: String) -> Column { with { $0.reference = table } }
    /// A CHECK, in SQL that both engines know.
    public func check(_ rule: String) -> Column { with { $0.rule = rule } }

    private func with(_ change: (inout Column) -> Void) -> Column {
        var copy = self
        change(&copy)
        return copy
    }
}
