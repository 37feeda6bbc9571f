/// How the house does, for whoever asks. The house fills it; a channel shows it. A part that throws is told as one that does not answer.
public struct StatusReport: Sendable {
    /// Since when this server runs: milliseconds since 1970 UTC.
    public let since: Int64
    /// Whether the database answers.
    public let isDatabaseThere: @Sendable () async -> Bool
    public let catalogue: @Sendable () async throws -> Catalogue
    public let jobs: @Sendable () async throws -> Jobs
    /// nil when the audit was never checked.
    public let auditCheck: @Sendable () async throws -> AuditCheck?

    public init(
        since: Int64, isDatabaseThere: @escaping @Sendable () async -> Bool, catalogue: @escaping @Sendable () async throws -> Catalogue,
        jobs: @escaping @Sendable () async throws -> Jobs, auditCheck: @escaping @Sendable () async throws -> AuditCheck?
    ) {
        self.since = since
        self.isDatabaseThere = isDatabaseThere
        self.catalogue = catalogue
        self.jobs = jobs
        self.auditCheck = auditCheck
    }

    /// How many sheets and points of service there are, and the last day on which a sheet was revised (ISO 8601); nil without sheets.
    public struct Catalogue: Sendable, Hashable {
        public let sheets: Int
        public let points: Int
        public let revised: String?

        public init(sheets: Int, points: Int, revised: String?) {
            self.sheets = sheets
            self.points = points
            self.revised = revised
        }
    }

    /// Jobs that wait for their time or their turn, those of them that are late, and those that were given up.
    public struct Jobs: Sendable, Hashable {
        public let waiting: Int
        public let late: Int
        public let dead: Int

        public init(waiting: Int, late: Int, dead: Int) {
            self.waiting = waiting
            self.late = late
            self.dead = dead
        }
    }

    /// When the audit was last read against its seals (milliseconds since 1970 UTC), and whether it was as it had been sealed.
    public struct AuditCheck: Sendable, Hashable {
        public let at: Int64
        public let isWhole: Bool

        public init(at: Int64, isWhole: Bool) {
            self.at = at
            self.isWhole = isWhole
        }
    }
}
