/// A table as its one owner declares it.
public struct Table: Sendable {
    public let name: String
    public let columns: [Column]
    let constraints: [String]
    /// Rows that mean nothing after a restore (leases of processes, versions of topics): copies leave them out.
    let isTransient: Bool

    /// `constraints` are table constraints in SQL that both engines know: `PRIMARY KEY (a, b)`, `UNIQUE`, `CHECK`, `FOREIGN KEY`.
    public init(_ name: String, _ columns: [Column], constraints: [String] = [], transient: Bool = false) {
        self.name = name
        self.columns = columns
        self.constraints = constraints
        self.isTransient = transient
    }

    /// The CREATE TABLE of an engine. STRICT and a rowid alias on SQLite; BIGINT and byte order of text on PostgreSQL.
    func creation(for dialect: Dialect) -> SQL {
        let lines = columns.map { $0.rendered(for: dialect) } + constraints
        let ending = dialect == .sqlite ? " STRICT" : ""
        return .composed("CREATE TABLE \(name) (\n  \(lines.joined(separator: ",\n  "))\n)\(ending)")
    }

    /// Columns beside a subject that are neither sealed nor declared open: personal data in clear.
    public var exposed: [String] {
        guard columns.contains(where: \.isSubject) else { return [] }
        return columns.filter { ![.id, .secret, .lookup].contains($0.kind) && !$0.isSubject && !$0.isOpen }.map(\.name)
    }

    var hasID: Bool { columns.contains { $0.kind == .id && $0.name == "id" } }
}

extension Column {
    func rendered(for dialect: Dialect) -> String {
        var line = "\(name) \(type(for: dialect))"
        if !isOptional && kind != .id { line += " NOT NULL" }
        if isUnique { line += " UNIQUE" }
        if let reference { line += " REFERENCES \(reference) (id)" }
        if let rule { line += " CHECK (\(rule))" }
        return line
    }

    private func type(for dialect: Dialect) -> String {
        switch (kind, dialect) {
        case (.id, .sqlite): "INTEGER PRIMARY KEY"
        case (.id, .postgres): "BIGINT PRIMARY KEY"
        case (.int, .sqlite): "INTEGER"
        case (.int, .postgres): "BIGINT"
        case (.real, .sqlite): "REAL"
        case (.real, .postgres): "DOUBLE PRECISION"
        case (.text, .sqlite): "TEXT"
        case (.text, .postgres): "TEXT COLLATE \"C\""
        case (.bytes, .sqlite), (.secret, .sqlite), (.lookup, .sqlite): "BLOB"
        case (.bytes, .postgres), (.secret, .postgres), (.lookup, .postgres): "BYTEA"
        }
    }
}
