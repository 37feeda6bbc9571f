import Civic
import Ports
import Storage

/// What was counted, for the ranking of searches, the home and editors.
public struct TallyDesk: Sendable {
    private let database: Database

    public init(_ database: Database) {
        self.database = database
    }

    /// How often each sheet was opened since a day, that day included.
    public func popularity(since day: Day) async throws -> [Int: Int] {
        try await database.read { try TallyStore().popularity(since: day, $0) }
    }

    /// The numbers of the sheets that were opened most on a day, the first one most: those that are in the catalogue now, and were opened at
    /// least so often.
    public func mostOpened(on day: Day, least: Int = 10, limit: Int) async throws -> [Int] {
        try await database.read { snapshot in
            // A few more are read, for those that are gone.
            let numbers = try TallyStore().mostOpened(on: day, least: least, limit: limit + 20, snapshot)
            let there = Set(try SummaryStore().summaries(numbers: numbers, snapshot).map(\.number))
            return Array(numbers.filter(there.contains).prefix(limit))
        }
    }

    /// Words that were looked for since a day, those asked most first.
    public func searches(since day: Day, limit: Int = 500) async throws -> [SearchTally] {
        try await database.read { try TallyStore().searches(since: day, onlyEmpty: false, limit: limit, $0) }
    }

    /// Words for which nothing was found, those that were in vain most often first.
    public func zeroResults(since day: Day, limit: Int = 500) async throws -> [SearchTally] {
        try await database.read { try TallyStore().searches(since: day, onlyEmpty: true, limit: limit, $0) }
    }

    /// For the figures of the network.
    public var figures: SearchFigures {
        SearchFigures { [database] days, least in try await database.read { try TallyStore().searches(days, least: least, $0) } }
    }

    /// Which sheets were opened after words were looked for, by the words, the most chosen first.
    public func choices(since day: Day) async throws -> [String: [(sheet: Int, n: Int)]] {
        try await database.read { try TallyStore().choices(since: day, $0) }
    }
}

/// How often words were looked for, and how often nothing was found for them.
public struct SearchTally: Sendable, Hashable {
    public let words: String
    public let language: String
    public let n: Int
    public let zero: Int
}

extension Permission {
    /// Read what people looked for.
    public static let readSearches: Permission = "catalogue.searches.read"
}
