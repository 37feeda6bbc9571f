import Civic
import Searches

/// Something that can be found: what is shown of it, what it can be filtered by, and its words.
struct SearchEntry: Sendable {
    enum Kind: Sendable, Hashable {
        case sheet(ServiceSheet.Kind)
        case lifeEvent
        case commune
        case point
    }

    let kind: Kind
    let path: String
    let title: String
    var summary: String?
    let passages: [SearchDocument.Passage]
    /// What its score is multiplied with.
    var factor: Float = 1
    /// The number of a sheet.
    var number: Int?
    var institution: String?
    var topics: [String] = []
    var media: [Steps.Medium] = []
    var isFree = false
    /// Of a point.
    var commune: CommuneCode?

    init(_ sheet: ServiceSheet, institution: String, topics: [String], lifeEvents: [String] = []) {
        kind = .sheet(sheet.kind)
        path = sheet.path
        title = sheet.title
        summary = sheet.summary
        number = sheet.number.value
        self.institution = sheet.institution
        self.topics = sheet.topics
        media = sheet.steps.media
        isFree = sheet.cost.isFree
        factor = Self.factor(sheet.status)
        passages =
            [SearchPlace.title.passage(sheet.title)] + sheet.alsoKnownAs.map(SearchPlace.otherName.passage)
            + [SearchPlace.otherName.passage("\(sheet.number.value)")] + (topics + lifeEvents).map(SearchPlace.topic.passage)
            + [institution, sheet.institution].map(SearchPlace.institution.passage)
            + [SearchPlace.summary.passage(sheet.summary), SearchPlace.audience.passage(sheet.audience)]
            + (sheet.requirements + sheet.documents + sheet.steps.media.flatMap { sheet.steps[$0] } + [sheet.goodToKnow].compactMap(\.self))
            .map(Self.detail)
    }

    init(_ event: LifeEvent) {
        kind = .lifeEvent
        path = event.path
        title = event.title
        summary = event.lead
        factor = 0.9
        passages =
            [SearchPlace.title.passage(event.title)] + event.said.map(SearchPlace.otherName.passage)
            + [event.lead].compactMap(\.self).map(SearchPlace.summary.passage)
    }

    init(_ commune: Territory.Commune) {
        kind = .commune
        path = commune.path
        title = commune.name
        passages = [SearchPlace.title.passage(commune.name)]
    }

    init(_ point: PointOfService, in commune: Territory.Commune?) {
        kind = .point
        path = point.path
        title = point.name
        summary = [point.address, commune?.name].compactMap(\.self).joined(separator: ", ")
        self.commune = commune?.code
        factor = point.evidence == .seen ? 1 : 0.8
        passages =
            [SearchPlace.title.passage(point.name)]
            + [point.address, commune?.name].compactMap(\.self).map(SearchPlace.address.passage)
    }

    /// What people call it besides its title.
    var otherNames: [String] { passages.filter { $0.field == SearchPlace.otherName.rawValue }.map(\.text) }

    /// What has ended comes after what people can still do.
    private static func factor(_ status: ServiceSheet.Status) -> Float {
        switch status {
        case .current: 1
        case .beingReplaced: 0.95
        case .closed: 0.9
        case .ended, .historical: 0.8
        }
    }

    private static func detail(_ sentence: String) -> SearchDocument.Passage {
        let pieces = Sentence(sentence).pieces
        guard pieces != [.text(sentence)] else { return SearchPlace.detail.passage(sentence) }
        return SearchPlace.unshown.passage(pieces.map { if case .text(let text) = $0 { text } else { " " } }.joined())
    }
}
