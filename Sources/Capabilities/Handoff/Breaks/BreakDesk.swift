import Civic
import Ports
import Storage

/// The ranking of breaks, over thirty whole days.
public struct BreakDesk: Sendable {
    private let database: Database
    private let links: OutsideLinks
    private let clock: Clock

    public init(_ database: Database, links: OutsideLinks, clock: Clock) {
        self.database = database
        self.links = links
        self.clock = clock
    }

    var topics: [String] { links.topics + [WatchDesk.topic] }

    struct Reading: Sendable {
        /// The last of the days that it tells of: today for visits, yesterday for what people said.
        let day: Day
        let institutions: [InstitutionBreaks]
    }

    /// What people say is told with a day of delay: nobody finds their own answer by looking twice.
    func reading() async throws -> Reading {
        let today = clock.today
        let all = try await links.all()
        let (visits, counts) = try await database.read { snapshot in
            (
                try WatchStore().visits(from: today.adding(days: -29), to: today, snapshot),
                try ExitStore().counts(from: today.adding(days: -30), to: today.adding(days: -1), snapshot)
            )
        }
        return Reading(day: today, institutions: BreakRanking.rank(all, visits, counts))
    }
}
