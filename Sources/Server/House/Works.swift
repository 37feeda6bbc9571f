import Civic
import DataRights
import Identity
import Intake
import Logging
import Metrics
import Persons
import Petitions
import Procedures
import Ports
import Staffing
import Stations
import Statistics
import Storage
import Web

extension House {
    /// Who does the jobs: each kind with its work, and what comes again by itself.
    func worker(isDemonstration: Bool) -> Worker {
        let (figures, months) = (openFigures, MonthDesk(database, clock: clock))
        let (check, log) = (AuditCheck(database, keyring: keyring), log)
        let (sessions, attempts, entry) = (sessions, AttemptDesk(database, keyring: keyring), entry)
        let messenger = messenger(isDemonstration: isDemonstration)
        let (flags, shifts, rosters, shiftDays) = (flags, shifts, rosters, settings.limits.shiftDays)
        let (erasures, reports, petitions) = (erasureDesk, reports, petitionDesk)
        let procedures = runDesk(isDemonstration: isDemonstration)
        return Worker(
            database, keyring: keyring,
            works: caseWorks(isDemonstration: isDemonstration).merging([
                Self.auditCheck: { _ in
                    let report = try await check.run()
                    for fault in report.faults { log.error("the audit is not what was sealed", metadata: ["fault": "\(fault)"]) }
                    try await check.remember(report)
                    Gauge(label: "audit_faults").record(report.faults.count)
                },
                Messenger.job: { try await messenger.work($0) },
                Self.retention: { _ in
                    for run in try await erasures.run() {
                        log.notice(
                            "data past its term was erased",
                            metadata: ["activity": "\(run.activity)", "persons": "\(run.persons)", "register": "\(run.version)"])
                    }
                },
                Self.publication: { _ in
                    try await months.close()
                    let published = try await figures.publish()
                    if published > 0 { log.notice("files of figures were published", metadata: ["files": "\(published)"]) }
                },
                Self.linkWatch: { _ in try await self.watchLinks() },
                Self.sweep: { _ in
                    try await sessions.sweep()
                    try await attempts.sweep()
                    try await procedures.sweepTyped()
                    try await entry.sweep()
                    try await reports.sweep()
                    try await petitions.sweep()
                    try await flags.sweep()
                    try await shifts.sweep(olderThan: shiftDays)
                    try await rosters.sweep(olderThan: shiftDays)
                },
            ]) { $1 },
            schedules: (settings.watchesLinks(isDemonstration: isDemonstration) ? [Self.watching] : []) + Self.caseSchedules + [
                Schedule("audit.check", .daily(hour: 4, minute: 30), job: Job(Self.auditCheck, key: "audit.check")),
                Schedule("retention", .daily(hour: 2, minute: 40), job: Job(Self.retention, key: "retention")),
                Schedule("figures", .daily(hour: 5, minute: 20), job: Job(Self.publication, key: "figures")),
                Schedule("sweep", .daily(hour: 3, minute: 30), job: Job(Self.sweep, key: "sweep")),
            ],
            log: log)
    }

    private static let auditCheck: Job.Kind = "audit.check"
    /// Erases what is past its term by the register, and what was granted to be erased.
    private static let retention: Job.Kind = "retention"
    /// Publishes the files of months that are over, and new versions of those that the record says otherwise now.
    private static let publication: Job.Kind = "openFigure.publish"
    private static let linkWatch: Job.Kind = "outside.watch"
    /// Before people get up, and not on the hour, when everybody's machines knock.
    private static let watching = Schedule(
        "outside.watch", .daily(hour: 6, minute: 10), job: Job(linkWatch, key: "outside.watch"))
    /// Throws away what has had its time: old sessions, counts of attempts.
    private static let sweep: Job.Kind = "sweep"
}
