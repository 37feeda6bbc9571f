import Civic
import Ports
import Storage

/// Makes up years of contacts, for demonstrations and measurements. They are marked as such in the record, and wherever they show.
public struct SyntheticDesk: Sendable {
    private let bulk: BulkDesk
    private let plan: SyntheticPlan
    private let places: ServicePoints
    private let products: ProductFacts
    private let territory: Territory
    private let holidays: Holidays
    private let clock: Clock
    /// Contacts of one act, as far as days allow.
    private static let batch = 400_000

    public init(
        _ bulk: BulkDesk, plan: SyntheticPlan, places: ServicePoints, products: ProductFacts, territory: Territory, holidays: Holidays,
        clock: Clock
    ) {
        self.bulk = bulk
        self.plan = plan
        self.places = places
        self.products = products
        self.territory = territory
        self.holidays = holidays
        self.clock = clock
    }

    /// Makes a year of so many contacts, or goes on with it; of the present year only the days that are over. Asking for the same again
    /// changes nothing. Throws `LoadBusy` when another process makes it.
    public func make(year: Int, rows: Int, by actor: Actor, progress: @escaping @Sendable (Load) -> Void = { _ in }) async throws -> Load {
        let sheets = Set(try await products.all().keys)
        let points = try await places.all().map { point in
            // Those that are reached from anywhere serve the whole country.
            let people = point.commune.flatMap { territory.population(of: $0, in: max(year, territory.populationYears.lowerBound)) }
            return SyntheticYear.Point(number: point.number, kind: point.kind, people: people ?? 50_000)
        }
        let made = SyntheticYear(
            plan, year: year, rows: rows, points: points, sheets: sheets, holidays: holidays, last: clock.today.adding(days: -1))
        let load = try await bulk.begin("synthetic \(year) \(rows)", at: 0)
        if load.hasEnded { return load }
        return try await bulk.run(load, "load.synthetic", by: actor) { position in
            guard position < made.dayCount else { return nil }
            var contacts: [SpineRow] = []
            var day = position
            repeat {
                contacts += made.contacts(onDay: day)
                day += 1
            } while day < made.dayCount && contacts.count + made.count(onDay: day) <= Self.batch
            return BulkDesk.Batch(rows: contacts, refused: 0, next: day)
        } progress: {
            progress($0)
        }
    }
}
