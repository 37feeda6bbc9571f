import Civic
import Storage

/// The catalogue as others see it: what it holds, and how it is replaced.
public struct SheetDesk: Sendable {
    /// Announced each time that a load changed something.
    public static let topic = "catalogue"

    private let database: Database

    public init(_ database: Database) {
        self.database = database
    }

    func reading<Answer: Sendable>(_ block: @escaping @Sendable (Snapshot) throws -> Answer) async throws -> Answer {
        try await database.read(block)
    }

    /// Replaces the catalogue in one act and says what was written. Only what differs is; when nothing does, nobody is told.
    @discardableResult
    public func load(_ catalogue: Catalogue) async throws -> LoadReport {
        try await database.writeAlone { transaction in
            let (lists, topicStore) = (ListStore(), TopicStore())
            let parameters = try ParameterDesk().replace(catalogue.parameters, by: Self.loader, transaction)
            let institutions = try lists.replace(catalogue.institutions, transaction)
            let places = try lists.replace(catalogue.places, transaction)
            let lifeEvents = try LifeEventStore().replace(catalogue.lifeEvents, transaction)
            let (groups, topics) = try topicStore.replace(catalogue.groups, transaction)
            let sheets = try SheetStore().replace(catalogue.sheets, transaction)
            let withdrawn = try WithdrawalStore().replace(
                catalogue.withdrawn, gone: sheets.removed, present: Set(catalogue.sheets.map(\.number.value)),
                on: Day(of: Instant(milliseconds: transaction.now)), transaction)
            try SheetPlaceStore().replace(catalogue.sheets, transaction)
            let points = try PointStore().replace(catalogue.points, transaction)
            try topicStore.remove(groups: groups.removed, topics: topics.removed, transaction)
            try lists.remove(institutions: institutions.removed, places: places.removed, transaction)
            try LifeEventStore().remove(lifeEvents.removed, transaction)
            var report = LoadReport()
            report.institutions = institutions.tally
            report.places = places.tally
            report.lifeEvents = lifeEvents.tally
            report.topics = groups.tally + topics.tally
            report.parameters = .init(added: parameters.added, changed: parameters.changed, removed: parameters.removed)
            report.sheets = sheets.tally
            report.points = points.tally
            report.withdrawn = withdrawn.tally
            if !report.isEmpty { transaction.announce(Self.topic) }
            return report
        }
    }

    /// The command that loads files, as the audit names it.
    private static let loader = Actor(.system(2), assurance: .verified)

    /// A sheet with the names of all that it refers to, or nil when there is no such number.
    public func sheet(_ number: Int) async throws -> SheetReading? {
        try await database.read { snapshot in
            guard let sheet = try SheetStore().sheet(number, snapshot),
                let institution = try ListStore().institution(sheet.institution, snapshot)
            else { return nil }
            let places = Dictionary(uniqueKeysWithValues: try ListStore().places(snapshot).map { ($0.key, $0) })
            let events = Dictionary(uniqueKeysWithValues: try LifeEventStore().all(snapshot).map { ($0.element.slug, $0.element) })
            return SheetReading(
                sheet: sheet, institution: institution, groups: try TopicStore().groups(snapshot),
                places: sheet.inPersonAt.compactMap { places[$0] }, lifeEvents: sheet.lifeEvents.compactMap { events[$0] },
                parameters: try ParameterDesk().parameters(sheet.parameters, snapshot),
                replacement: try sheet.replacedBy.flatMap { try SummaryStore().summaries(numbers: [$0], snapshot).first },
                foundPlaces: sheet.inPersonAt.isEmpty ? [] : Set(try PointStore().knownPlaces(snapshot)).intersection(sheet.inPersonAt))
        }
    }

    /// How many sheets there are, and the last day on which one was revised.
    public func extent() async throws -> (sheets: Int, revised: Day?) {
        try await database.read { try SummaryStore().extent($0) }
    }

    /// The groups of topics, in their order, with how many sheets each topic has.
    public func topics() async throws -> TopicIndex {
        try await database.read { snapshot in
            TopicIndex(groups: try TopicStore().groups(snapshot), counts: try TopicStore().counts(snapshot))
        }
    }

    /// What `/temas/{slug}` shows: a group or a topic, or nil.
    public func shelf(_ slug: String) async throws -> Shelf? {
        try await database.read { snapshot in
            for group in try TopicStore().groups(snapshot) {
                if group.slug == slug {
                    let sheets = try SummaryStore().summaries(inTopics: group.topics.map(\.slug), snapshot)
                    return Shelf(group: group, topic: nil, sheets: sheets)
                }
                if let topic = group.topics.first(where: { $0.slug == slug }) {
                    return Shelf(group: group, topic: topic, sheets: try SummaryStore().summaries(inTopics: [slug], snapshot))
                }
            }
            return nil
        }
    }

    /// What happened to a person, the sheets of its steps, and the others that follow from it; nil when there is no such event.
    public func lifeEvent(_ slug: String) async throws -> LifeEventReading? {
        try await database.read { snapshot in
            guard let event = try LifeEventStore().all(snapshot).map(\.element).first(where: { $0.slug == slug }) else { return nil }
            let named = event.steps.compactMap(\.sheet)
            return LifeEventReading(
                event: event, named: try SummaryStore().summaries(slugs: named, snapshot),
                others: try SummaryStore().summaries(inLifeEvent: slug, snapshot).filter { !named.contains($0.slug) })
        }
    }

    /// What was withdrawn under a number, and the sheet that takes its place; nil when nothing was.
    public func withdrawn(_ number: Int) async throws -> (sheet: WithdrawnSheet, replacement: SheetSummary?)? {
        try await database.read { snapshot in
            guard let sheet = try WithdrawalStore().withdrawn(number, snapshot) else { return nil }
            return (sheet, try sheet.replacedBy.flatMap { try SummaryStore().summaries(numbers: [$0], snapshot).first })
        }
    }

    /// The institutions that answer for a sheet, with how many, in alphabetical order.
    public func institutions() async throws -> [(institution: Institution, sheets: Int)] {
        try await database.read { snapshot in
            let counts = try SummaryStore().countsByInstitution(snapshot)
            return try ListStore().institutions(snapshot).compactMap { institution in counts[institution.key].map { (institution, $0) } }
                .sorted { ($0.0.name.folded, $0.0.key) < ($1.0.name.folded, $1.0.key) }
        }
    }

    /// What an institution is called, with sheets or without; nil when there is none of that key.
    public func name(ofInstitution key: String) async throws -> String? {
        try await database.read { try ListStore().institution(key, $0)?.name }
    }

    /// An institution by the beginning of its address, with its sheets; nil when there is none.
    public func institution(_ key: String) async throws -> (institution: Institution, sheets: [SheetSummary])? {
        try await database.read { snapshot in
            guard let institution = try ListStore().institutions(snapshot).first(where: { $0.key.folded == key.folded }) else { return nil }
            return (institution, try SummaryStore().summaries(ofInstitution: institution.key, snapshot))
        }
    }

    /// The short form of some sheets, by their numbers, in alphabetical order.
    public func summaries(_ numbers: [Int]) async throws -> [SheetSummary] {
        try await database.read { try SummaryStore().summaries(numbers: numbers, $0) }
    }

    /// Moments of life, in their order.
    public func lifeEvents() async throws -> [LifeEvent] {
        try await database.read { try LifeEventStore().all($0).map(\.element) }
    }
}

extension LoadReport.Tally {
    static func + (left: Self, right: Self) -> Self {
        .init(added: left.added + right.added, changed: left.changed + right.changed, removed: left.removed + right.removed)
    }
}
