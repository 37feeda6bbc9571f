import Civic
import Diversions
import Ports
import Stations
import Statistics
import Web

/// Demand that is led elsewhere.
extension House {
    var diversions: DiversionDesk {
        DiversionDesk(
            database, stations: shifts.stations, points: servicePoints, waits: CountingDesk(database).recentWaits, clock: clock)
    }

    var diversionPanels: [DeskPanel] {
        let desk = diversions
        return [
            DeskPanel(
                .overseeing, place: 13, permission: .offerDiversions, path: "/mesa/rebalse", title: "diversions.title",
                summary: "diversions.summary"
            ) { actor in
                try await desk.count(for: actor)
            }
        ]
    }

    func mountDiversions(_ pages: Pages, _ fittings: Fittings, on router: PageRoutes) {
        DiversionPages(
            deskPages(pages, fittings), forms: fittings.forms, reception: fittings.reception, desk: diversions
        ).mount(on: router)
    }
}
