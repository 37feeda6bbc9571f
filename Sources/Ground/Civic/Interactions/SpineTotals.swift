import Storage

/// How many contacts there were on a day, by channel and deed. nil when there were so few that somebody could be known.
public struct SpineTotal: Sendable, Hashable {
    public let day: Day
    public let channel: String
    public let deed: String
    public let n: Int?
}

/// The totals of the spine, for those who analyse.
public struct SpineDesk: Sendable {
    /// So many contacts are needed before a cell is shown.
    public static let least = 10

    private let database: Database

    public init(_ database: Database) {
        self.database = database
    }

    /// The newest day first. Corrections stand in the place of what they correct. When one cell alone of a day is hidden, the next smallest is
    /// hidden with it, so that it can't be found from a total of the day. Throws `Forbidden`.
    public func totals(since day: Day, by actor: Actor) async throws -> [SpineTotal] {
        try actor.must(.readRecord)
        let counts = try await database.write { transaction in
            try transaction.record(Event("record.looked"), by: actor)
            return try SpineTotalStore().counts(since: day, transaction)
        }
        return Self.hiding(counts)
    }

    static func hiding(_ counts: [(day: Day, channel: String, deed: String, n: Int)]) -> [SpineTotal] {
        var hidden: Set<Int> = []
        for (_, indices) in Dictionary(grouping: counts.indices, by: { counts[$0].day }) {
            let small = indices.filter { counts[$0].n < least }
            hidden.formUnion(small)
            if small.count == 1, let next = indices.filter({ counts[$0].n >= least }).min(by: { counts[$0].n < counts[$1].n }) {
                hidden.insert(next)
            }
        }
        return counts.enumerated().map { index, count in
            SpineTotal(day: count.day, channel: count.channel, deed: count.deed, n: hidden.contains(index) ? nil : count.n)
        }
    }
}
