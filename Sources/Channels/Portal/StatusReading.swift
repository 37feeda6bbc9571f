import Civic
import Ports

/// The report as it was at a moment. A part that did not answer is nil.
struct StatusReading: Sendable {
    let now: Instant
    let since: Instant
    let isDatabaseThere: Bool
    let catalogue: StatusReport.Catalogue?
    let jobs: StatusReport.Jobs?
    /// Whether the question was answered: a check that never was is no failure.
    let auditAnswers: Bool
    let auditCheck: StatusReport.AuditCheck?

    init(_ report: StatusReport, at now: Instant) async {
        self.now = now
        since = Instant(milliseconds: report.since)
        isDatabaseThere = await report.isDatabaseThere()
        catalogue = try? await report.catalogue()
        jobs = try? await report.jobs()
        do {
            auditCheck = try await report.auditCheck()
            auditAnswers = true
        } catch {
            (auditCheck, auditAnswers) = (nil, false)
        }
    }

    /// Whether there is nothing that somebody should look at.
    var isWell: Bool {
        isDatabaseThere && catalogue.map { $0.sheets > 0 } == true && jobs.map { $0.late == 0 && $0.dead == 0 } == true && auditAnswers
            && auditCheck?.isWhole != false
    }
}

/// As programs read it. Moments are local, with their distance to UTC (RFC 3339).
extension StatusReading: Encodable {
    private enum Key: String, CodingKey {
        case now, since, well, database, catalogue, jobs, audit
    }

    private enum Part: String, CodingKey {
        case sheets, points, revised, waiting, late, dead, checked, whole
    }

    func encode(to encoder: any Encoder) throws {
        var whole = encoder.container(keyedBy: Key.self)
        try whole.encode(Self.moment(now), forKey: .now)
        try whole.encode(Self.moment(since), forKey: .since)
        try whole.encode(isWell, forKey: .well)
        try whole.encode(isDatabaseThere, forKey: .database)
        if let catalogue {
            var part = whole.nestedContainer(keyedBy: Part.self, forKey: .catalogue)
            try part.encode(catalogue.sheets, forKey: .sheets)
            try part.encode(catalogue.points, forKey: .points)
            try part.encodeIfPresent(catalogue.revised, forKey: .revised)
        }
        if let jobs {
            var part = whole.nestedContainer(keyedBy: Part.self, forKey: .jobs)
            try part.encode(jobs.waiting, forKey: .waiting)
            try part.encode(jobs.late, forKey: .late)
            try part.encode(jobs.dead, forKey: .dead)
        }
        if let auditCheck {
            var part = whole.nestedContainer(keyedBy: Part.self, forKey: .audit)
            try part.encode(Self.moment(Instant(milliseconds: auditCheck.at)), forKey: .checked)
            try part.encode(auditCheck.isWhole, forKey: .whole)
        }
    }

    private static func moment(_ instant: Instant) -> String {
        let (hour, minute) = ChileanTime.hourAndMinute(instant)
        func two(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }
        let second = Int((instant.milliseconds / 1000) % 60)
        return "\(Day(of: instant).iso)T\(two(hour)):\(two(minute)):\(two(second))-\(two(-ChileanTime.offsetHours(at: instant))):00"
    }
}
