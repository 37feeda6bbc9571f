import Civic
import Storage

/// Reads the whole catalogue once and keeps it until something in it moves.
public actor OpenDataDesk {
    private let database: Database
    private let territory: Territory
    private let clock: Clock
    private var kept: OpenCatalogue?
    private var generation = 0

    public init(_ database: Database, territory: Territory, clock: Clock) {
        self.database = database
        self.territory = territory
        self.clock = clock
    }

    /// Forgets what was read: the house says so whenever a topic of the catalogue moves, before it forgets the pages.
    public func forget() {
        kept = nil
        generation += 1
    }

    /// The catalogue of today.
    func catalogue() async throws -> OpenCatalogue {
        let today = clock.today
        if let kept, kept.today == today { return kept }
        let began = generation
        let read = try await read(today)
        // What was read before the catalogue moved is good for whoever asked and nobody else.
        if generation == began { kept = read }
        return read
    }

    private func read(_ today: Day) async throws -> OpenCatalogue {
        let territory = territory
        return try await database.read { snapshot in
            let sheets = try SheetStore().all(snapshot)
            let institutions = try ListStore().institutions(snapshot)
            let groups = try TopicStore().groups(snapshot)
            let lifeEvents = try LifeEventStore().all(snapshot).map(\.element)
            let parameters = try ParameterDesk().parameters(Set(sheets.flatMap(\.parameters)), snapshot)
            let places = Dictionary(uniqueKeysWithValues: try ListStore().places(snapshot).map { ($0.key, $0) })
            let named = Dictionary(uniqueKeysWithValues: institutions.map { ($0.key, $0) })
            let events = Dictionary(uniqueKeysWithValues: lifeEvents.map { ($0.slug, $0) })
            let numbers = Set(sheets.compactMap(\.replacedBy))
            let replacements = Dictionary(
                uniqueKeysWithValues: try SummaryStore().summaries(numbers: Array(numbers), snapshot).map { ($0.number, $0) })
            let readings = sheets.compactMap { sheet in
                named[sheet.institution].map { institution in
                    SheetReading(
                        sheet: sheet, institution: institution, groups: groups, places: sheet.inPersonAt.compactMap { places[$0] },
                        lifeEvents: sheet.lifeEvents.compactMap { events[$0] },
                        parameters: parameters.filter { sheet.parameters.contains($0.key) },
                        replacement: sheet.replacedBy.flatMap { replacements[$0] })
                }
            }
            return OpenCatalogue(
                sheets: readings, institutions: institutions, groups: groups, lifeEvents: lifeEvents,
                points: try PointStore().all(snapshot), territory: territory, today: today)
        }
    }
}
