import Civic
import Ports
import Storage
import Web

extension Permission {
    /// See the boards as they stand at this moment, with cells that are not published.
    public static let readBoards: Permission = "record.read"
}

/// The boards and what they are made of.
public struct BoardDesk: Sendable {
    private let database: Database
    private let places: ServicePoints
    private let products: ProductFacts
    private let satisfaction: Satisfaction
    private let searches: SearchFigures
    private let agreement: CodingAgreement
    private let reversals: Reversals
    private let outlines: Outlines
    private let travelSpeed: Int
    private let clock: Clock
    let territory: Territory

    /// `travelSpeed` is how many straight kilometres an hour's way is supposed to be.
    public init(
        _ database: Database, places: ServicePoints, products: ProductFacts, satisfaction: Satisfaction, searches: SearchFigures,
        agreement: CodingAgreement, reversals: Reversals, territory: Territory, outlines: Outlines, travelSpeed: Int, clock: Clock
    ) {
        self.database = database
        self.places = places
        self.products = products
        self.satisfaction = satisfaction
        self.searches = searches
        self.agreement = agreement
        self.reversals = reversals
        self.territory = territory
        self.outlines = outlines
        self.travelSpeed = travelSpeed
        self.clock = clock
    }

    /// What is asked for.
    struct Question: Sendable {
        let kind: BoardKind
        let period: Period
        var other: Period?
        var region: RegionCode?
    }

    /// A board with what its page needs besides.
    struct Answer: Sendable {
        let board: any Board
        let isSynthetic: Bool
        let codes: [DatedCode]
        let products: [Int64: String]
        /// The last day that is counted.
        let last: Day
        /// The years that have any contact.
        let years: [Int]
    }

    /// The last day that everybody sees: of the last month that is over. Nobody finds a single contact by looking twice.
    private var lastPublic: Int { Month(of: clock.today).first.number - 1 }

    /// A board for everybody. nil when there is no such period yet, or no such region.
    func open(_ question: Question) async throws -> Answer? {
        guard question.period.days.lowerBound <= lastPublic else { return nil }
        return try await answer(question, isPublic: true, through: lastPublic)
    }

    /// A board as it stands now. Throws `Forbidden`.
    func live(_ question: Question, by actor: Actor) async throws -> Answer? {
        try actor.must(.readBoards)
        try await database.write { try $0.record(Event("record.looked"), by: actor) }
        return try await answer(question, isPublic: false, through: clock.today.number)
    }

    /// The first and last day with a contact; nil when there is none yet. For everybody, as far as months are over.
    func extent(isPublic: Bool) async throws -> ClosedRange<Int>? {
        let extent = try await database.read { try FigureStore().extent($0) }
        guard let extent, isPublic else { return extent }
        return extent.lowerBound > lastPublic ? nil : extent.lowerBound...min(extent.upperBound, lastPublic)
    }

    private func answer(_ question: Question, isPublic: Bool, through last: Int) async throws -> Answer? {
        let (territory, outlines, speed) = (territory, outlines, travelSpeed)
        let region = question.region.map { territory.region($0) }
        if let region, region == nil { return nil }
        let points = [.territory, .coverage].contains(question.kind) ? try await places.all() : []
        let titles = question.kind == .products ? try await products.all().mapValues(\.title) : [:]
        var grades: [Satisfaction.Reading] = []
        var asked: [[SearchFigures.Search]] = []
        var agreed = CodingAgreement.Reading()
        var undone = Reversals.Reading()
        let least = isPublic ? Hiding.least : 1
        for number in question.period.months(through: last) {
            let month = Month(number: number)
            switch question.kind {
            case .satisfaction: grades.append(try await satisfaction.grades(number...number))
            case .searches:
                asked.append(try await searches.searches(month.first.number...month.last.number, least))
            case .outcomes:
                agreed.add(try await agreement.month(number), least: least)
                undone.add(try await reversals.month(number), least: isPublic ? least : 0)
            default: break
            }
        }
        let (readings, searched, codings, reversed) = (grades, asked, agreed, undone)
        return try await database.read { snapshot in
            let (period, store) = (question.period, FigureStore())
            let board: any Board
            switch question.kind {
            case .channels: board = try ChannelBoard(period, isPublic: isPublic, through: last, snapshot)
            case .comparison:
                board = try ComparisonBoard(
                    period, against: question.other ?? period.yearBefore, isPublic: isPublic, through: last, snapshot)
            case .products: board = try ProductBoard(period, isPublic: isPublic, through: last, snapshot)
            case .times: board = try TimeBoard(period, isPublic: isPublic, through: last, snapshot)
            case .outcomes:
                board = try OutcomeBoard(
                    period, agreement: codings, reversals: reversed, isPublic: isPublic, through: last, snapshot)
            case .hours:
                board = try HourBoard(period, isPublic: isPublic, through: last, snapshot)
            case .territory:
                board = try TerritoryBoard(
                    period, region: region ?? nil, places: points, territory: territory, outlines: outlines, isPublic: isPublic,
                    through: last,
                    snapshot)
            case .coverage:
                board = try CoverageBoard(
                    period, places: points, territory: territory, speed: speed, isPublic: isPublic, through: last, snapshot)
            case .visits: board = try VisitBoard(period, isPublic: isPublic, through: last, snapshot)
            case .searches: board = SearchBoard(period, months: searched)
            case .resolution: board = try ResolutionBoard(period, isPublic: isPublic, through: last, snapshot)
            case .satisfaction:
                board = SatisfactionBoard(period, readings, isPublic: isPublic)
            }
            let others = question.other.map { [$0.days] } ?? []
            return Answer(
                board: board, isSynthetic: try ([period.days] + others).contains { try store.isSynthetic($0, snapshot) },
                codes: try CodeStore().all(snapshot), products: titles, last: Day(number: last),
                years: try store.years(through: last, snapshot))
        }
    }
}
