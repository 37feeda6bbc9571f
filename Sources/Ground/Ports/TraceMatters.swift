import Civic

/// What a line of the trace is about, for its person: a procedure of theirs. Procedures fills it.
public struct TraceMatters: Sendable {
    /// nil for a kind of thing that has no name for people, or what is not there any more.
    public let matter: @Sendable (_ kind: String, _ id: Int64, _ texts: Texts) async throws -> Matter?

    public init(matter: @escaping @Sendable (_ kind: String, _ id: Int64, _ texts: Texts) async throws -> Matter?) {
        self.matter = matter
    }

    /// Where nothing has a name.
    public static let none = TraceMatters { _, _, _ in nil }

    public struct Matter: Sendable {
        public let title: String
        public let code: CheckedCode
        /// Where its person finds it.
        public let path: String
        /// What people call a register that is asked for it, by its id.
        public let register: @Sendable (String) -> String

        public init(title: String, code: CheckedCode, path: String, register: @escaping @Sendable (String) -> String) {
            self.title = title
            self.code = code
            self.path = path
            self.register = register
        }
    }
}
