import Catalog
import Civic
import Handoff
import Logging
import Ports
import Web

/// How people are handed over to other institutions.
extension House {
    /// The ways out, as the catalogue has them. `source` are the words in which sheets are written.
    func outsideLinks(_ source: Texts) -> OutsideLinks {
        let (desk, clock) = (SheetDesk(database), clock)
        return OutsideLinks(
            topics: [SheetDesk.topic, SheetPages.day],
            all: { try await desk.outsideLinks(on: clock.today, source: source) },
            link: { try await desk.outsideLinks(of: $0, on: clock.today, source: source).first })
    }

    var exits: ExitDesk { ExitDesk(database, clock: clock, term: settings.handoff.codeDays) }

    var linkWatch: WatchDesk { WatchDesk(database, clock: clock) }

    func mountHandoff(_ pages: Pages, _ forms: Forms, _ limit: RateLimit, on router: PageRoutes) {
        let links = outsideLinks(pages.source)
        ExitPages(pages, links: links, desk: exits, watch: linkWatch, limit: limit, clock: clock).mount(on: router)
        ReturnPages(pages, forms: forms, links: links, desk: exits).mount(on: router)
        BreakPages(pages, desk: BreakDesk(database, links: links, clock: clock)).mount(on: router)
    }

    /// One round of the watch: a job's work.
    func watchLinks() async throws {
        let links = outsideLinks(try Languages(folder: settings.path("Texts")).all[0])
        let visited = try await linkWatch.round(links, contact: settings.watchContact, log: log)
        log.info("outside links were visited", metadata: ["count": "\(visited)"])
    }
}
