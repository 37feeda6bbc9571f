import Civic
import Storage

/// Finds sheets, moments of life, comunas and points of service by words. What can be found is kept in memory; when the catalogue moves it
/// is made anew beside the old, which answers until then.
public actor SearchDesk {
    private let database: Database
    private let territory: Territory
    private let words: SearchWords
    private let popularity: @Sendable () async throws -> [Int: Int]
    private let frequent: @Sendable () async throws -> [String]
    private var kept: SearchBook?
    private var making: Task<SearchBook, any Error>?
    /// Whether the catalogue moved since `kept` was read.
    private var isOld = false

    /// `popularity` says how often each sheet was opened in the last twelve months; `frequent` what people search for most, in folded words.
    public init(
        _ database: Database, territory: Territory, words: SearchWords,
        popularity: @escaping @Sendable () async throws -> [Int: Int] = { [:] },
        frequent: @escaping @Sendable () async throws -> [String] = { [] }
    ) {
        self.database = database
        self.territory = territory
        self.words = words
        self.popularity = popularity
        self.frequent = frequent
    }

    /// Reads the catalogue again and swaps: at the start, whenever the topic `catalogue` moves, and for new counts once a day. When it
    /// can't be read the old goes on, and the next search tries again.
    public func renew() async {
        isOld = true
        making = nil
        _ = try? await book()
    }

    /// What can be found now.
    func book() async throws -> SearchBook {
        if let kept, !isOld { return kept }
        if let kept, making != nil { return kept }
        let task = making ?? Task { try await make() }
        making = task
        do {
            let book = try await task.value
            // What was read before the catalogue moved again is good for this search and no other.
            if making == task { (kept, isOld, making) = (book, false, nil) }
            return book
        } catch {
            if making == task { making = nil }
            guard let kept else { throw error }
            return kept
        }
    }

    private func make() async throws -> SearchBook {
        let (sheets, institutions, groups, lifeEvents, points) = try await database.read { snapshot in
            (
                try SheetStore().all(snapshot), try ListStore().institutions(snapshot), try TopicStore().groups(snapshot),
                try LifeEventStore().all(snapshot).map(\.element), try PointStore().all(snapshot)
            )
        }
        let names = Dictionary(uniqueKeysWithValues: institutions.map { ($0.key, $0.name) })
        let topics = Dictionary(groups.flatMap(\.topics).map { ($0.slug, $0.title) }) { first, _ in first }
        let events = Dictionary(uniqueKeysWithValues: lifeEvents.map { ($0.slug, $0.title) })
        let entries =
            sheets.map { sheet in
                SearchEntry(
                    sheet, institution: names[sheet.institution] ?? "", topics: sheet.topics.compactMap { topics[$0] },
                    lifeEvents: sheet.lifeEvents.compactMap { events[$0] })
            } + lifeEvents.map { SearchEntry($0) } + territory.communes.map { SearchEntry($0) }
            + points.map { SearchEntry($0, in: $0.commune.flatMap(territory.commune)) }
        let communes = Set(points.compactMap(\.commune)).compactMap(territory.commune)
        // Counts make the order better; without them there is one all the same.
        let opened = (try? await popularity()) ?? [:]
        return SearchBook(
            entries, words: words,
            names: [
                .institution: names, .topic: topics,
                .commune: Dictionary(uniqueKeysWithValues: communes.map { ("\($0.code)", $0.name) }),
            ], frequent: (try? await frequent()) ?? [], opened: opened)
    }
}
