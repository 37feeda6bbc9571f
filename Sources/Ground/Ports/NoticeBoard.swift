import Civic
import Storage

/// Telling a person something in their own place. Notices fills it; whoever has something to tell holds it.
public struct NoticeBoard: Sendable {
    /// Puts a notice there, in the act that it tells of.
    public let tell: @Sendable (Notice, PersonID, Transaction) throws -> Void

    public init(tell: @escaping @Sendable (Notice, PersonID, Transaction) throws -> Void) {
        self.tell = tell
    }

    /// What is told: a text by its key, with what stands in its places. It is a courtesy: no term of law runs from it.
    public struct Notice: Sendable, Hashable {
        public let text: TextKey
        public let values: [String: String]
        /// A path of this site that says more, without a language.
        public let path: String?
        /// Whether it waits until then to be seen: a look that is told of later, with its stated reason.
        public let from: Instant?

        public init(_ text: TextKey, _ values: [String: String] = [:], path: String? = nil, from: Instant? = nil) {
            self.text = text
            self.values = values
            self.path = path
            self.from = from
        }
    }
}
