import Civic
import HTTPTypes
import Hummingbird
import Web

/// `/datos/quiebres`: where people are handed over and it breaks, for people and, as JSON, for machines.
public struct BreakPages: Sendable {
    private let pages: Pages
    private let desk: BreakDesk

    public init(_ pages: Pages, desk: BreakDesk) {
        self.pages = pages
        self.desk = desk
    }

    public func mount(on router: PageRoutes) {
        router.get("/datos/quiebres") { request, context in
            if request.asksForJSON { return try Response.json(BreakList(try await desk.reading())) }
            var answer = try await pages.show(request, context, topics: desk.topics) {
                BreakView(texts: pages.texts, reading: try await desk.reading()).page
            }
            answer.headers[.vary] = [answer.headers[.vary], "Accept"].compactMap(\.self).joined(separator: ", ")
            return answer
        }
        router.get("/datos/quiebres.json") { _, _ in try Response.json(BreakList(try await desk.reading())) }
    }
}

/// The ranking as JSON. What is not known or hidden is null.
struct BreakList: Encodable {
    struct Institution: Encodable {
        let key: String
        let name: String
        let links: Int
        let visits: Int
        let answeredShare: Double?
        let medianMilliseconds: Int?
        let exits: Int?
        let answers: Int?
        let finishedShare: Double?
        let reasons: [String]
    }

    let day: String
    let days: Int
    let hiddenBelow: Int
    let institutions: [Institution]

    init(_ reading: BreakDesk.Reading) {
        day = reading.day.iso
        days = 30
        hiddenBelow = InstitutionBreaks.least
        institutions = reading.institutions.map { each in
            Institution(
                key: each.key, name: each.name, links: each.links, visits: each.visits, answeredShare: each.answeredShare,
                medianMilliseconds: each.milliseconds, exits: each.exits, answers: each.answers, finishedShare: each.finishedShare,
                reasons: each.reasons.map(\.rawValue))
        }
    }
}
