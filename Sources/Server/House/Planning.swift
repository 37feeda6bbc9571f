import Civic
import Identity
import Ports
import Staffing
import Statistics
import Web

/// Who is to attend when, and what a day is expected to be.
extension House {
    private var team: Team {
        let staff = staff
        return Team { point in try await staff.team(at: point).map { Team.Member(staff: $0.id, name: $0.name) } }
    }

    var rosters: RosterDesk { RosterDesk(database, team: team, clock: clock) }

    private var plans: PlanDesk {
        let counting = CountingDesk(database)
        return PlanDesk(
            demand: counting.figures, times: counting.attendingTimes, products: counting.demand(), points: servicePoints, rosters: rosters,
            target: Target(share: Double(settings.limits.waitTargetPercent) / 100, minutes: settings.limits.waitTargetMinutes),
            holidays: holidays, clock: clock)
    }

    var staffingPanels: [DeskPanel] {
        [
            DeskPanel(
                .overseeing, place: 7, permission: .planStaffing, path: "/mesa/dotacion", title: "staffing.title",
                summary: "staffing.summary")
        ]
    }

    func mountStaffing(_ pages: Pages, _ fittings: Fittings, on router: PageRoutes) {
        StaffingPages(
            deskPages(pages, fittings), forms: fittings.forms, reception: fittings.reception, plans: plans,
            rosters: rosters, posts: staffPosts, products: productFacts, skills: skills
        ).mount(on: router)
    }
}
