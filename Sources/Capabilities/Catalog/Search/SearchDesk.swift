import Civic
import Storage

/// Finds sheets, comunas and points of service by words. The index is made on the first search and again after the catalogue moved.
public actor SearchDesk {
    private let database: Database
    private let territory: Territory
    private let words: SearchWords
    private var kept: [String: SearchIndex] = [:]
    private var generation = 0

    public init(_ database: Database, territory: Territory, words: SearchWords) {
        self.database = database
        self.territory = territory
        self.words = words
    }

    /// Forgets the index: the house says so whenever the topic `catalogue` moves.
    public func forget() {
        kept = [:]
        generation += 1
    }

    func find(_ typed: String, _ texts: Texts) async throws -> SearchIndex.Findings {
        try await index(texts).find(typed)
    }

    private func index(_ texts: Texts) async throws -> SearchIndex {
        if let index = kept[texts.language] { return index }
        let began = generation
        let index = try await made(texts)
        // What was read before the catalogue moved is good for this search and no other.
        if generation == began { kept[texts.language] = index }
        return index
    }

    private func made(_ texts: Texts) async throws -> SearchIndex {
        let (sheets, institutions, groups, points) = try await database.read { snapshot in
            (
                try SheetStore().all(snapshot), try ListStore().institutions(snapshot), try TopicStore().groups(snapshot),
                try PointStore().all(snapshot)
            )
        }
        let names = Dictionary(uniqueKeysWithValues: institutions.map { ($0.key, $0.name) })
        let topics = Dictionary(groups.flatMap(\.topics).map { ($0.slug, $0.title) }) { first, _ in first }
        let entries =
            sheets.map { sheet in
                SearchEntry(sheet, institution: names[sheet.institution] ?? "", topics: sheet.topics.compactMap { topics[$0] })
            } + territory.communes.map { SearchEntry($0, title: texts("points.of", ["place": $0.name])) }
            + points.map { SearchEntry($0, in: $0.commune.flatMap(territory.commune)) }
        return SearchIndex(entries: entries, words: words)
    }
}
