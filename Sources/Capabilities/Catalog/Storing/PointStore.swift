import Civic
import Storage

/// The points of service.
struct PointStore {
    func all(_ snapshot: Snapshot) throws -> [PointOfService] {
        try points(where: "1 = 1", snapshot)
    }

    func points(in communes: [CommuneCode], _ snapshot: Snapshot) throws -> [PointOfService] {
        try points(where: "commune IN (\(list: communes.map(\.description)))", snapshot)
    }

    /// Those that are reached from anywhere.
    func national(_ snapshot: Snapshot) throws -> [PointOfService] {
        try points(where: "commune IS NULL", snapshot)
    }

    func count(_ snapshot: Snapshot) throws -> Int {
        try snapshot.value("SELECT COUNT(*) AS n FROM service_point") ?? 0
    }

    /// How many of each comuna were seen, and how many are only likely.
    func counts(_ snapshot: Snapshot) throws -> [CommuneCode: PointCount] {
        var counts: [CommuneCode: PointCount] = [:]
        try snapshot.each(
            "SELECT commune, evidence, COUNT(*) AS n FROM service_point WHERE commune IS NOT NULL GROUP BY commune, evidence"
        ) { row in
            let evidence: PointOfService.Evidence = try row.word("evidence")
            let (code, n): (CommuneCode, Int) = (try Self.commune(try row["commune"]), try row["n"])
            counts[code, default: PointCount()].add(n, evidence)
        }
        return counts
    }

    /// Writes what differs and nothing else.
    func replace(_ new: [PointOfService], _ transaction: Transaction) throws -> Difference<PointOfService> {
        let difference = Difference(from: try all(transaction), to: new, by: \.number)
        try transaction.execute("DELETE FROM service_point WHERE id IN (\(list: difference.removed.map(\.number)))")
        for point in difference.added + difference.changed { try save(point, transaction) }
        return difference
    }

    private func save(_ point: PointOfService, _ transaction: Transaction) throws {
        try transaction.execute(
            """
            INSERT INTO service_point (id, kind, name, address, commune, week, hours, phone, evidence, confidence, seen, source, url, note)
            VALUES (\(point.number), \(point.kind.rawValue), \(point.name), \(point.address), \(point.commune?.description),
                \(point.week?.description), \(point.hours), \(point.phone), \(point.evidence.rawValue), \(point.confidence.rawValue),
                \(point.seen?.description), \(point.source), \(point.url), \(point.note))
            ON CONFLICT (id) DO UPDATE SET kind = excluded.kind, name = excluded.name, address = excluded.address,
                commune = excluded.commune, week = excluded.week, hours = excluded.hours, phone = excluded.phone,
                evidence = excluded.evidence, confidence = excluded.confidence, seen = excluded.seen, source = excluded.source,
                url = excluded.url, note = excluded.note
            """)
    }

    private func points(where condition: SQL, _ snapshot: Snapshot) throws -> [PointOfService] {
        try snapshot.all(
            """
            SELECT id, kind, name, address, commune, week, hours, phone, evidence, confidence, seen, source, url, note
            FROM service_point WHERE \(condition) ORDER BY id
            """
        ) { row in
            let (commune, week, seen): (String?, String?, String?) = (try row["commune"], try row["week"], try row["seen"])
            return PointOfService(
                number: try row["id"], kind: try row.word("kind"), name: try row["name"], address: try row["address"],
                commune: try commune.map(Self.commune), week: try week.map { try Self.read("week", WeeklyHours($0)) },
                hours: try row["hours"], phone: try row["phone"], evidence: try row.word("evidence"),
                confidence: try row.word("confidence"), seen: try seen.map { try Self.read("seen", SeenDate($0)) },
                source: try row["source"], url: try row["url"], note: try row["note"])
        }
    }

    private static func commune(_ text: String) throws -> CommuneCode { try read("commune", CommuneCode(text)) }

    private static func read<Value>(_ column: String, _ value: Value?) throws -> Value {
        guard let value else { throw StorageFault(.shape, "column \(column) of service_point can't be read") }
        return value
    }
}
