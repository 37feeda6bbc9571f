import Civic
import Storage

/// Questions of a person about a line of who looked at their data. Whoever keeps requests about data fills it: each becomes one in the
/// officer's tray, with its receipt and its clock.
public struct TraceQuestions: Sendable {
    /// Keeps the question, in the words of the person, in the act of sending it, and gives back its id.
    public let ask: @Sendable (_ trace: Int64, _ words: String, PersonID, Actor, Transaction) throws -> Int64
    /// The questions of a person, the newest first: without their words, so nothing is opened for it.
    public let asked: @Sendable (PersonID) async throws -> [Asked]

    public init(
        ask: @escaping @Sendable (_ trace: Int64, _ words: String, PersonID, Actor, Transaction) throws -> Int64,
        asked: @escaping @Sendable (PersonID) async throws -> [Asked]
    ) {
        self.ask = ask
        self.asked = asked
    }

    /// A question and how it stands.
    public struct Asked: Sendable, Hashable {
        public let id: Int64
        /// The line of the trace.
        public let trace: Int64
        public let at: Instant
        /// How it stands, in words by key.
        public let state: TextKey
        /// A path of this site where it can be followed, without a language.
        public let path: String

        public init(id: Int64, trace: Int64, at: Instant, state: TextKey, path: String) {
            self.id = id
            self.trace = trace
            self.at = at
            self.state = state
            self.path = path
        }
    }
}
