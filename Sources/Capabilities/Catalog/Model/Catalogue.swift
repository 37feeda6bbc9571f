import Civic

/// Everything that the files of `Catalogue/` say, checked as a whole.
public struct Catalogue: Sendable, Hashable {
    public var institutions: [Institution]
    public var groups: [TopicGroup]
    public var lifeEvents: [LifeEvent]
    public var places: [Place]
    public var parameters: [Parameter]
    public var sheets: [ServiceSheet]
    public var points: [PointOfService]
    public var withdrawn: [WithdrawnSheet]

    public init(
        institutions: [Institution], groups: [TopicGroup], lifeEvents: [LifeEvent], places: [Place], parameters: [Parameter],
        sheets: [ServiceSheet], points: [PointOfService] = [], withdrawn: [WithdrawnSheet] = []
    ) {
        self.institutions = institutions
        self.groups = groups
        self.lifeEvents = lifeEvents
        self.places = places
        self.parameters = parameters
        self.sheets = sheets
        self.points = points
        self.withdrawn = withdrawn
    }
}

public struct Institution: Sendable, Hashable {
    /// Its acronym, or its code where it has none.
    public var key: String
    public var name: String
    public var note: String?

    public init(key: String, name: String, note: String? = nil) {
        self.key = key
        self.name = name
        self.note = note
    }
}

/// A handful of topics that a person takes in at a glance.
public struct TopicGroup: Sendable, Hashable {
    public var slug: String
    public var title: String
    public var summary: String
    public var topics: [Topic]

    public init(slug: String, title: String, summary: String, topics: [Topic]) {
        self.slug = slug
        self.title = title
        self.summary = summary
        self.topics = topics
    }
}

public struct Topic: Sendable, Hashable {
    public var slug: String
    public var title: String

    public init(slug: String, title: String) {
        self.slug = slug
        self.title = title
    }
}

/// A kind of place where something is done in person.
public struct Place: Sendable, Hashable {
    public var key: String
    public var name: String

    public init(key: String, name: String) {
        self.key = key
        self.name = name
    }
}
