import Storage

/// When the audit was read against its seals, and what came of it.
struct AuditCheckStore: Sendable {
    func insert(_ report: AuditCheck.Report, _ transaction: Transaction) throws {
        try transaction.execute(
            """
            INSERT INTO audit_check (id, at, entries, faults)
            VALUES (\(try transaction.newID()), \(transaction.now), \(report.entries), \(report.faults.count))
            """)
    }

    func last(_ snapshot: Snapshot) throws -> (at: Instant, faults: Int)? {
        try snapshot.first("SELECT at, faults FROM audit_check ORDER BY id DESC LIMIT 1").map { row in
            (Instant(milliseconds: try row["at"]), try row["faults"])
        }
    }
}

extension AuditCheck {
    /// Writes down that the audit was checked, so that every server can say so.
    public func remember(_ report: Report) async throws {
        try await database.write { try AuditCheckStore().insert(report, $0) }
    }

    /// The last check that was written down, and how many faults it found; nil when there is none.
    public func last() async throws -> (at: Instant, faults: Int)? {
        try await database.read { try AuditCheckStore().last($0) }
    }
}
