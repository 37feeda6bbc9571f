import Civic

/// Registers of other institutions, asked about a person who is known by their RUN. Each question says what for, in which matter, and by
/// which law; the institution that answers keeps that too.
public struct Registers: Sendable {
    public struct Question: Sendable {
        /// As `identidad`.
        public let register: String
        public let fields: [String]
        public let run: RUN
        public let purpose: String
        /// What people see as the number of the matter.
        public let matter: String
        public let basis: String

        public init(register: String, fields: [String], run: RUN, purpose: String, matter: String, basis: String) {
            self.register = register
            self.fields = fields
            self.run = run
            self.purpose = purpose
            self.matter = matter
            self.basis = basis
        }
    }

    public enum Datum: Sendable, Hashable {
        case flag(Bool)
        case number(Int64)
        case text(String)
        case day(Day)
        case texts([String])
        /// Several things, each by its fields.
        case records([[String: Datum]])
    }

    public enum Reply: Sendable {
        /// What it has, by field, and when it said so.
        case known([String: Datum], at: Instant)
        /// It knows nobody of that number.
        case unknown(at: Instant)
        /// It did not answer in time, or not as agreed.
        case down
    }

    public let ask: @Sendable (Question) async -> Reply

    public init(_ ask: @escaping @Sendable (Question) async -> Reply) { self.ask = ask }
}
