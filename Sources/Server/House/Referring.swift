import Civic
import Identity
import Ports
import Referrals
import Stations
import Web

/// Attentions that somebody else goes on with.
extension House {
    var referralDesk: ReferralDesk { ReferralDesk(database, stations: shifts.stations, clock: clock) }

    private var addressees: Addressees {
        let (directory, staff, who, stations) = (directory, staff, deskSelf, shifts.stations)
        return Addressees(
            institutions: {
                let here = try await staff.institutions()
                return try await directory.institutions().filter { here.contains($0.key) }
            },
            agents: {
                var agents: [Addressees.Agent] = []
                for (number, station) in try await stations.all() {
                    if let name = try await who.of(number)?.name {
                        agents.append(Addressees.Agent(staff: number, name: name, point: station.point))
                    }
                }
                return agents
            })
    }

    var referralPanels: [DeskPanel] {
        let desk = referralDesk
        return [
            DeskPanel(
                .attending, place: 12, permission: .takeReferrals, path: "/mesa/derivaciones", title: "referrals.title",
                summary: "referrals.summary"
            ) { try await desk.waitingCount(for: $0) }
        ]
    }

    func mountReferrals(_ pages: Pages, _ fittings: Fittings, on router: PageRoutes) {
        ReferralPages(
            deskPages(pages, fittings), forms: fittings.forms, reception: fittings.reception, desk: referralDesk,
            addressees: addressees, points: servicePoints, posts: staffPosts, products: productFacts, clock: clock
        ).mount(on: router)
    }
}
