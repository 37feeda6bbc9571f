import Catalog
import Civic
import Ports

extension House {
    /// Announced every ten minutes, for what is counted while people come: `Upkeep` says so.
    static let often = "often"

    /// What the home shows of the catalogue.
    var shelves: HomeShelves {
        let (desk, tallies, clock) = (SheetDesk(database), TallyDesk(database), clock)
        return HomeShelves(topics: [SheetDesk.topic, SheetPages.day, Self.often]) {
            var reading = HomeShelves.Reading()
            reading.moments = try await desk.lifeEvents().prefix(6).map { HomeShelves.Entry(address: $0.path, title: $0.title) }
            let counted = try await tallies.mostOpened(on: clock.today, limit: Self.chosen.count)
            reading.isAskedToday = counted.count == Self.chosen.count
            let asked = reading.isAskedToday ? counted : Self.chosen
            let summaries = try await desk.summaries(asked)
            reading.asked = asked.compactMap { number in summaries.first { $0.number == number } }
                .map { HomeShelves.Entry(address: $0.path, title: $0.title) }
            reading.groups = try await desk.topics().groups.map {
                HomeShelves.Group(address: "/temas/" + $0.slug, title: $0.title, summary: $0.summary)
            }
            return reading
        }
    }

    /// Sheets that the home names first, until enough are counted today: pension, family benefit, certificates, identity card, work.
    private static let chosen = [102077, 900_027, 900_030, 3442, 33112, 36637]
}
