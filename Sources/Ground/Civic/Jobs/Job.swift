import Storage

/// Something to be done after an act has committed, at least once: an effect on the outside world, or long work.
public struct Job: Sendable, Hashable {
    /// Names the work; whoever does it registers under the same name.
    public struct Kind: Sendable, Hashable, ExpressibleByStringLiteral, CustomStringConvertible {
        public let description: String

        public init(stringLiteral literal: StaticString) {
            description = literal.withUTF8Buffer { String(decoding: $0, as: UTF8.self) }
        }
    }

    public let kind: Kind
    /// What it needs to know, sealed while it waits; JSON by habit.
    public let payload: String
    /// The person whom it is about: then the payload is sealed under that person's key too, and an erasure takes it along.
    public let subject: PersonID?
    /// A second job with the same key, while the first is there, is not made.
    public let key: String?
    /// Milliseconds to wait before it is done.
    public let delay: Int64

    public init(_ kind: Kind, payload: String = "", about subject: PersonID? = nil, key: String? = nil, delay: Int64 = 0) {
        self.kind = kind
        self.payload = payload
        self.subject = subject
        self.key = key
        self.delay = max(0, delay)
    }
}

/// A job as a worker gets it.
public struct ClaimedJob: Sendable {
    public let id: Int64
    public let kind: String
    public let payload: String
    public let subject: PersonID?
    /// This try's number, from 1.
    public let attempt: Int
    /// The key to hand to the outside, so that a second try of the same job is known as one: `ventanilla-job-ID`.
    public var idempotencyKey: String { "ventanilla-job-\(id)" }
}

/// A job that was given up, as the staff sees it: without its payload.
public struct DeadJob: Sendable, Hashable {
    public let id: Int64
    public let kind: String
    public let tries: Int
    /// The kind of the last failure; never a value.
    public let failure: String
    public let made: Instant
}

/// When a job is tried again, and when no more.
public struct Retrying: Sendable, Hashable {
    /// Before the second try, in milliseconds; each wait after is twice the one before.
    public var first: Int64
    /// The longest wait, in milliseconds.
    public var longest: Int64
    public var tries: Int

    public init(first: Int64 = 2_000, longest: Int64 = 3_600_000, tries: Int = 12) {
        self.first = first
        self.longest = longest
        self.tries = tries
    }

    /// Milliseconds to wait after so many tries; nil to give up. `spread`, from 0 to 1, keeps those who failed together apart: up to a
    /// fifth more.
    public func wait(after tries: Int, spread: Double) -> Int64? {
        guard tries < self.tries else { return nil }
        let doubled = first.multipliedReportingOverflow(by: 1 << Int64(min(max(tries - 1, 0), 40)))
        let wait = doubled.overflow ? longest : min(doubled.partialValue, longest)
        return wait + Int64(Double(wait) * 0.2 * min(max(spread, 0), 1))
    }
}
