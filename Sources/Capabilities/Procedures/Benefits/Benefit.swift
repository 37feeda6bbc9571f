import Civic

/// What somebody is paid since it was granted.
struct Benefit: Sendable {
    enum Status: String, Sendable { case active, suspended, ended }

    /// What is sealed of it.
    struct Body: Codable, Sendable {
        /// A month.
        var pesos: Int64
        /// What was paid too much and has to come back, with the instalments agreed.
        var debt: Debt?
        /// The last time that a review looked at it whole; nil until the first.
        var looked: Looked?
    }

    struct Looked: Codable, Sendable {
        let on: Int
        /// The names of everything that it was reckoned with.
        let data: [String]
    }

    struct Debt: Codable, Sendable {
        let total: Int64
        /// The largest instalment that may be asked for.
        let most: Int64
        var instalments: Int

        /// The fewest instalments of the largest size.
        init(total: Int64, most: Int64) {
            self.total = total
            self.most = max(1, most)
            instalments = Int((total + self.most - 1) / self.most)
        }

        /// The last one is smaller where it does not divide evenly.
        var instalment: Int64 { (total + Int64(instalments) - 1) / Int64(instalments) }
        /// Fewer would be more than may be asked for in a month.
        var fewest: Int { Int((total + most - 1) / most) }
        static let longest = 60
    }

    let id: Int64
    let procedure: Int64
    let subject: PersonID
    let service: String
    let status: Status
    let since: Day
    let next: Day
    /// The day of a death, after which nothing is paid.
    let held: Day?
    /// When that was recorded: from then on nothing was paid.
    let heldOn: Day?

    /// Whether it is paid today.
    var isPaid: Bool { status == .active && held == nil }

    /// Until when it was paid.
    func paid(until today: Day) -> Day { heldOn.map { min($0, today) } ?? today }
}

/// A change of a benefit that a review proposes. What is in the person's favour is taken at once; anything else waits for a signature.
struct Measure: Sendable {
    enum Kind: String, Sendable, Codable { case raise, lower, suspend, restart, end }

    struct Body: Codable, Sendable {
        let from: Int
        let before: Int64
        let after: Int64
        /// The stop or the rule that it follows from; nil for an amount.
        let reason: String?
        /// In words, as the person reads it, with the law.
        let says: String
        let next: String?
        let basis: String
        let debt: Benefit.Debt?
    }

    let id: Int64
    let benefit: Int64
    let kind: Kind
    /// Who signed it.
    let decider: Int64?
    /// When it was signed or dropped.
    let settled: Instant?
    /// From which day on the terms against it run; nil while nobody was notified.
    let notified: Day?
    let appealed: Instant?
    let appealAnswered: Instant?
    /// Whether it stood its appeal.
    let isUpheld: Bool?

    /// Whether it is against the person, was signed, and no appeal undid it.
    var isAgainst: Bool {
        decider != nil && [.lower, .suspend, .end].contains(kind) && (appealAnswered == nil || isUpheld == true)
    }
    /// The person may ask that another looks at it again, once.
    var isContestable: Bool { isAgainst && appealed == nil }
    /// When the last word about it was signed: by its appeal, or at first.
    var signed: Instant? { appealAnswered ?? settled }
    var isUnderAppeal: Bool { appealed != nil && appealAnswered == nil }
}

extension Measure.Kind {
    var title: TextKey {
        switch self {
        case .raise: "procedures.measure.raise"
        case .lower: "procedures.measure.lower"
        case .suspend: "procedures.measure.suspend"
        case .restart: "procedures.measure.again"
        case .end: "procedures.measure.end"
        }
    }
}
