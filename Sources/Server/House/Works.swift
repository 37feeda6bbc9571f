import Civic
import Logging
import Metrics
import Storage

extension House {
    /// Who does the jobs: each kind with its work, and what comes again by itself.
    var worker: Worker {
        let (check, log) = (AuditCheck(database, keyring: keyring), log)
        return Worker(
            database, keyring: keyring,
            works: [
                Self.auditCheck: { _ in
                    let report = try await check.run()
                    for fault in report.faults { log.error("the audit is not what was sealed", metadata: ["fault": "\(fault)"]) }
                    try await check.remember(report)
                    Gauge(label: "audit_faults").record(report.faults.count)
                }
            ],
            schedules: [
                Schedule("audit.check", .daily(hour: 4, minute: 30), job: Job(Self.auditCheck, key: "audit.check"))
            ],
            log: log)
    }

    private static let auditCheck: Job.Kind = "audit.check"
}
