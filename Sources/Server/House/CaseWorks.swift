import Civic
import Logging
import Procedures

extension House {
    /// What time does to cases and benefits: terms pass, registers answer at last, benefits are looked at again. Each is a job of its own, so
    /// that a long one keeps no other waiting.
    func caseWorks(isDemonstration: Bool) -> [Job.Kind: Worker.Work] {
        let (procedures, log) = (runDesk(isDemonstration: isDemonstration), log)
        let (cases, benefits) = (CaseDesk(procedures, signers: deskSelf), BenefitReview(procedures))
        return [
            Self.overdue: { _ in tell(try await cases.markOverdue(), "terms of cases passed", of: "procedure_run", log) },
            Self.verification: { _ in
                tell(try await procedures.verifyProvisional(), "cases were verified by registers", of: "procedure_run", log)
            },
            Self.review: { _ in tell(try await benefits.reviewDue(), "benefits were reviewed", of: "procedure_benefit", log) },
        ]
    }

    static let caseSchedules = [
        Schedule("case.overdue", .every(900_000), job: Job(overdue, key: "case.overdue")),
        Schedule("case.verify", .every(900_000), job: Job(verification, key: "case.verify")),
        Schedule("benefit.review", .every(900_000), job: Job(review, key: "benefit.review")),
    ]

    private static let overdue: Job.Kind = "case.overdue"
    private static let verification: Job.Kind = "case.verify"
    private static let review: Job.Kind = "benefit.review"
}

private func tell(_ round: Round, _ message: Logger.Message, of table: String, _ log: Logger) {
    if round.done > 0 { log.notice(message, metadata: ["cases": "\(round.done)"]) }
    // The numbers of rows: with them whoever runs this finds what fails, and they say nothing of anybody.
    for (row, fault) in round.failed.sorted(by: { $0.key < $1.key }).prefix(20) {
        log.error("failed, and is tried again", metadata: [table: "\(row)", "fault": "\(fault)"])
    }
    if round.failed.count > 20 { log.error("more failed", metadata: [table: "\(round.failed.count)"]) }
}
