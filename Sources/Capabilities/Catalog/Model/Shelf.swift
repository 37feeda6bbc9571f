import Civic

/// A sheet together with the names of all that it refers to.
public struct SheetReading: Sendable, Hashable {
    public let sheet: ServiceSheet
    public let institution: Institution
    public let groups: [TopicGroup]
    public let places: [Place]
    public let lifeEvents: [LifeEvent]
    /// Those of the store that the sheet names.
    public let parameters: [Parameter.ID: Parameter]
    /// The sheet to look at instead, of one that names it.
    public let replacement: SheetSummary?
    /// Those of its kinds of place of which the catalogue knows a point.
    public var foundPlaces: Set<String> = []

    /// The topics of the sheet, the main one first.
    public var topics: [Topic] {
        let known = Dictionary(groups.flatMap(\.topics).map { ($0.slug, $0) }) { first, _ in first }
        return sheet.topics.compactMap { known[$0] }
    }

    /// The group of the main topic.
    public var group: TopicGroup? {
        groups.first { $0.topics.contains { $0.slug == sheet.topics.first } }
    }
}

/// All topics in their groups.
public struct TopicIndex: Sendable, Hashable {
    public let groups: [TopicGroup]
    private let counts: [String: Int]

    public init(groups: [TopicGroup], counts: [String: Int]) {
        self.groups = groups
        self.counts = counts
    }

    public func sheets(in topic: Topic) -> Int { counts[topic.slug] ?? 0 }
}

/// The sheets of a group, or of one topic of it.
public struct Shelf: Sendable, Hashable {
    public let group: TopicGroup
    public let topic: Topic?
    /// In alphabetical order.
    public let sheets: [SheetSummary]

    public var title: String { topic?.title ?? group.title }

    /// The sheets under the topic of this group that they name first, each once.
    public var sections: [(topic: Topic, sheets: [SheetSummary])] {
        let topics = topic.map { [$0] } ?? group.topics
        let mine = Set(topics.map(\.slug))
        let main = Dictionary(grouping: sheets) { sheet in sheet.topics.first(where: mine.contains) ?? "" }
        return topics.compactMap { topic in main[topic.slug].map { (topic, $0) } }
    }
}
