import Expressions

/// How far one run of a service is: what was answered, and what registers said. It is kept as JSON.
public struct FlowState: Sendable, Codable {
    /// Counts the changes: an event that answers another one is stale.
    public private(set) var revision = 0
    public private(set) var answers: [String: Value] = [:]
    public private(set) var facts: [String: FactResult] = [:]
    /// What papers prove in the place of what registers say, by the name of the fact.
    public private(set) var proofs: [String: Proof]?
    /// The questions that came up after it was filed, and that the person answered then.
    public private(set) var late: Set<String>?
    /// Files that whoever holds the case gave with it, the oldest first.
    public private(set) var attached: [Attached]?
    /// Days since 1 January 1970.
    public private(set) var filed: Int?
    public private(set) var decided: Int?

    public init() {}

    public enum Event: Sendable {
        /// nil takes an answer back.
        case answered(String, Value?)
        case fetched(String, FactResult)
        case proved(String, Proof)
        case attached(Attached)
        case filed(on: Int)
        case decided(on: Int)
    }

    public enum Stale: Error { case stale }

    /// Takes an event that answers the given revision. Throws when another came before it.
    public mutating func apply(_ event: Event, to answered: Int) throws(Stale) {
        guard answered == revision else { throw .stale }
        revision += 1
        switch event {
        case .answered(let question, let value):
            answers[question] = value
            if filed != nil { late = (late ?? []).union([question]) }
        case .fetched(let fact, let result): facts[fact] = result
        case .proved(let fact, let proof): proofs = (proofs ?? [:]).merging([fact: proof]) { _, new in new }
        case .attached(let file): attached = (attached ?? []) + [file]
        case .filed(let day): filed = day
        case .decided(let day): decided = day
        }
    }

    /// Takes what is known here and now, which is never old: it answers no event.
    public mutating func know(_ fact: String, _ result: FactResult) { facts[fact] = result }

    /// Forgets what registers said, so that they are asked anew.
    public mutating func forget(_ facts: [String]) {
        revision += 1
        for fact in facts { self.facts[fact] = nil }
    }
}

/// What somebody who decides took as proved, in the place of what the register says.
public struct Proof: Sendable, Codable {
    public let value: Value
    /// The paper that proves it, in the words of whoever saw it.
    public let paper: String
    /// What the register said then: once it says something else, it counts again.
    public let instead: Value?
    /// When it was taken so, in milliseconds since 1970.
    public let at: Int64

    /// Whether it stands against what the register says now. Before the register was asked nothing stands.
    func stands(against result: FactResult?) -> Bool {
        guard let result else { return false }
        return switch (instead, result.value) {
        case (nil, nil): true
        case (let then?, let now?): Value.areEqual(then, now)
        default: false
        }
    }

    public init(_ value: Value, paper: String, instead: Value?, at: Int64) {
        self.value = value
        self.paper = paper
        self.instead = instead
        self.at = at
    }
}

/// A file that is part of a case, by the number under which it is kept.
public struct Attached: Sendable, Codable {
    public let file: Int64
    public let title: String
    /// As `pdf`, and in bytes.
    public let kind: String
    public let size: Int

    public init(file: Int64, title: String, kind: String, size: Int) {
        self.file = file
        self.title = title
        self.kind = kind
        self.size = size
    }
}

/// What a register said.
public struct FactResult: Sendable, Codable {
    public enum Status: String, Sendable, Codable {
        case known
        /// It did not answer in time, or not at all.
        case down
        /// It answered that it has nothing to say.
        case refused
    }

    public let status: Status
    public let value: Value?
    /// When the register said so, in milliseconds since 1970.
    public let at: Int64

    public init(_ status: Status, _ value: Value? = nil, at: Int64) {
        self.status = status
        self.value = value
        self.at = at
    }
}
