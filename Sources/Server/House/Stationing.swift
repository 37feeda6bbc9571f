import Catalog
import Civic
import Diversions
import Persons
import Petitions
import Ports
import Referrals
import Stations
import Statistics
import Storage
import Web

/// Who attends where, and who looks after them.
extension House {
    var shifts: ShiftDesk { ShiftDesk(database, pauses: pauses, clock: clock) }

    var deskPlace: DeskPlace { DeskPlace(posts: staffPosts, stations: shifts.stations) }

    private var oversight: OversightDesk {
        OversightDesk(database, demand: CountingDesk(database).figures, points: servicePoints, clock: clock)
    }

    private var ownFigures: OwnFigureDesk { OwnFigureDesk(database, keyring: keyring, clock: clock) }

    private var reviews: ReviewDesk { ReviewDesk(database, keyring: keyring, checklist: qualityChecklist, clock: clock) }

    /// What each room says that waits.
    private var waits: [DeskWait] { [referralDesk.wait, petitionDesk.wait] }

    /// What changed while somebody was away.
    var deskNews: [DeskNews] { [diversions.news, ownFigures.news, reviews.news, referralDesk.news, petitionDesk.news, openData.news] }

    var stationPanels: [DeskPanel] {
        let oversight = oversight
        return [
            DeskPanel(
                .attending, place: 5, permission: .openStation, path: "/mesa/puesto", title: "stations.title", summary: "stations.summary"),
            DeskPanel(
                .overseeing, place: 6, permission: .overseeStations, path: "/mesa/supervision", title: "oversight.title",
                summary: "oversight.summary"
            ) { actor in
                try await oversight.calls(within: actor)
            },
        ]
    }

    func mountStations(_ pages: Pages, _ fittings: Fittings, on router: PageRoutes) {
        let pages = deskPages(pages, fittings)
        let (forms, reception) = (fittings.forms, fittings.reception)
        let alarms = AlarmDesk(database)
        StationPages(
            pages, forms: forms, reception: reception, desk: shifts, alarms: alarms, reviews: reviews, points: servicePoints,
            posts: staffPosts
        ).mount(on: router)
        OversightPages(
            pages, forms: forms, reception: reception, desk: oversight, alarms: alarms, pauses: pauses, waits: waits, who: deskSelf,
            points: servicePoints, script: fittings.assets.address(of: "live.js")
        ).mount(on: router)
        OwnFigurePages(
            pages, forms: forms, reception: reception, desk: ownFigures, who: deskSelf, points: servicePoints
        ).mount(on: router)
        let database = database
        ReviewPages(
            pages, forms: forms, reception: reception, desk: reviews, products: productFacts, points: servicePoints
        ) { try await database.read { try CodeStore().all($0) } }.mount(on: router)
    }
}
