import Civic
import Foundation
import Storage

/// What carries messages out of the house. It never says what it is about in more words than the message has.
public struct Messenger: Sendable {
    /// The kinds of contacts that it can reach: what it can't reach is not offered.
    public let reaches: Set<Contact.Kind>
    /// Hands a message over. `key` is the same when one message is handed over twice. It throws to be tried again.
    public let send: @Sendable (Message, _ key: String) async throws -> Void

    public init(reaches: Set<Contact.Kind>, send: @escaping @Sendable (Message, _ key: String) async throws -> Void) {
        self.reaches = reaches
        self.send = send
    }

    /// A message to one contact. A telephone gets the text alone.
    public struct Message: Codable, Sendable, Hashable {
        public let kind: String
        public let to: String
        public let title: String
        public let text: String

        public init(_ kind: Contact.Kind, to: String, title: String, text: String) {
            self.kind = kind.rawValue
            self.to = to
            self.title = title
            self.text = text
        }
    }

    /// The job that hands a message over.
    public static let job: Job.Kind = "message.send"

    /// Hands the message over once this act has committed. It waits sealed under the person's key.
    public static func post(_ message: Message, about person: PersonID, _ transaction: Transaction) throws {
        let payload = String(decoding: try JSONEncoder().encode(message), as: UTF8.self)
        try transaction.enqueue(Job(job, payload: payload, about: person))
    }

    /// What a job of that kind asks for.
    public func work(_ job: ClaimedJob) async throws {
        try await send(try JSONDecoder().decode(Message.self, from: Data(job.payload.utf8)), job.idempotencyKey)
    }
}
