/// What a definition may name outside of itself. What is nil is not looked at.
public struct ServiceSurroundings: Sendable {
    public var parameters: [String: ParameterShape]?
    public var sheets: Set<String>?
    public var registers: [String: RegisterShape]?
    /// The queues in which cases wait.
    public var queues: Set<String>?
    public var institutions: Set<String>?
    /// The kinds of papers by which somebody may act for another.
    public var instruments: Set<String>?
    /// Where the parameters were looked for: the files of the catalogue, or the database.
    public var place: Place

    public enum Place: Sendable { case catalogue, database }

    public init(
        parameters: [String: ParameterShape]? = nil, sheets: Set<String>? = nil, registers: [String: RegisterShape]? = nil,
        queues: Set<String>? = nil, institutions: Set<String>? = nil, instruments: Set<String>? = nil, place: Place = .catalogue
    ) {
        self.parameters = parameters
        self.sheets = sheets
        self.registers = registers
        self.queues = queues
        self.institutions = institutions
        self.instruments = instruments
        self.place = place
    }
}

/// In what a number counts. Two that differ are not compared or added.
public enum NumberUnit: String, Sendable, CaseIterable {
    case pesos, count, hours, days, businessDays, months, years, percent, uf, utm

    /// As an editor reads it.
    var plain: String {
        switch self {
        case .businessDays: "business days"
        case .uf, .utm: rawValue.uppercased()
        default: rawValue
        }
    }
}

/// What a parameter is, whatever its values.
public struct ParameterShape: Sendable, Hashable {
    public let unit: NumberUnit
    /// Whether its value depends on an age.
    public let isByAge: Bool

    public init(_ unit: NumberUnit, isByAge: Bool) {
        self.unit = unit
        self.isByAge = isByAge
    }
}

/// What a register knows of a person: its fields, each with its kind.
public struct RegisterShape: Sendable, Hashable {
    public struct Field: Sendable, Hashable {
        public let kind: FactKind
        /// Of `records`: the fields of each.
        public let inner: [String: FactKind]

        public init(kind: FactKind, inner: [String: FactKind]) {
            self.kind = kind
            self.inner = inner
        }
    }

    public let fields: [String: Field]

    public init(fields: [String: Field]) { self.fields = fields }
}
