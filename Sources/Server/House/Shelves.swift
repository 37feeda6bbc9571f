import Catalog
import Civic
import Ports

extension House {
    /// Announced every ten minutes, for what is counted while people come: `Upkeep` says so.
    static let often = "often"

    /// What the home shows of the catalogue. `source` are the words in which content is written.
    func shelves(_ source: Texts) -> HomeShelves {
        let (desk, tallies, openData, clock) = (SheetDesk(database), TallyDesk(database), openData, clock)
        return HomeShelves(topics: [SheetDesk.topic, ParameterDesk.topic, SheetPages.day, Self.often]) {
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
            reading.changes = try await openData.newestAmounts(4, source).map { change in
                HomeShelves.Change(
                    .init(address: change.path, title: change.title), day: change.day.iso,
                    what: source("changes.since", ["day": source.short(change.day), "what": change.sentence]))
            }
            return reading
        }
    }

    /// Sheets that the home names first, until enough are counted today: pension, family benefit, certificates, identity card, work.
    private static let chosen = [102077, 900_027, 900_030, 3442, 33112, 36637]
}
