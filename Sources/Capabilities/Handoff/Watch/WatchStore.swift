import Civic
import Outbound
import Storage

/// What was seen of each address, once a day.
struct WatchStore {
    func save(_ visit: SiteVisit, _ transaction: Transaction) throws {
        try transaction.execute(
            """
            INSERT INTO outside_visit (address, day, at, outcome, status, milliseconds, final_address, certificate)
            VALUES (\(visit.address), \(visit.day.number), \(visit.at), \(visit.outcome.rawValue), \(visit.status),
                \(visit.milliseconds), \(visit.finalAddress), \(visit.certificate))
            ON CONFLICT (address, day) DO UPDATE SET at = excluded.at, outcome = excluded.outcome, status = excluded.status,
                milliseconds = excluded.milliseconds, final_address = excluded.final_address, certificate = excluded.certificate
            """)
    }

    /// Of one address, since a day, the last first.
    func visits(of address: String, since day: Day, _ snapshot: Snapshot) throws -> [SiteVisit] {
        try snapshot.all("\(Self.columns) WHERE address = \(address) AND day >= \(day.number) ORDER BY day DESC", visit)
    }

    /// Of every address, in some days.
    func visits(from: Day, to: Day, _ snapshot: Snapshot) throws -> [SiteVisit] {
        try snapshot.all("\(Self.columns) WHERE day BETWEEN \(from.number) AND \(to.number) ORDER BY address, day", visit)
    }

    private static let columns: SQL = """
        SELECT address, at, outcome, status, milliseconds, final_address, certificate FROM outside_visit
        """

    private func visit(_ row: Row) throws -> SiteVisit {
        guard let outcome = SiteVisit.Outcome(rawValue: try row["outcome"]) else {
            throw StorageFault(.shape, "no such outcome of a visit")
        }
        return SiteVisit(
            address: try row["address"], at: try row["at"], outcome: outcome, status: try row["status"],
            milliseconds: try row["milliseconds"], finalAddress: try row["final_address"], certificate: try row["certificate"])
    }
}
