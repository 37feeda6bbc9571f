import Catalog
import Civic
import Ports
import Storage

/// What the portal shows of the house and of the catalogue.
extension House {
    /// How the house does, as this server sees it.
    var statusReport: StatusReport {
        let (database, clock) = (database, clock)
        let (sheets, points) = (SheetDesk(database), PointDesk(database))
        let (jobs, check) = (JobQueue(database, keyring: keyring), AuditCheck(database, keyring: keyring))
        return StatusReport(
            since: began.milliseconds,
            isDatabaseThere: {
                do {
                    try await database.ping()
                    return true
                } catch {
                    return false
                }
            },
            catalogue: {
                let extent = try await sheets.extent()
                return StatusReport.Catalogue(sheets: extent.sheets, points: try await points.count(), revised: extent.revised?.iso)
            },
            jobs: {
                let load = try await jobs.load(at: clock.now)
                return StatusReport.Jobs(waiting: load.waiting, late: load.late, dead: load.dead)
            },
            auditCheck: {
                try await check.last().map { StatusReport.AuditCheck(at: $0.at.milliseconds, isWhole: $0.faults == 0) }
            })
    }

    func callCentre(_ texts: Texts) -> CallCentre {
        let desk = PointDesk(database)
        return CallCentre(topics: [SheetDesk.topic]) {
            try await desk.callCentre(texts).map { CallCentre.Reading(phone: $0.phone, hours: $0.hours, note: $0.note) }
        }
    }
}
