import Civic
import Storage

/// The points of service.
struct PointStore {
    func all(_ snapshot: Snapshot) throws -> [PointOfService] {
        try points(where: "1 = 1", snapshot)
    }

    func point(_ number: Int, _ snapshot: Snapshot) throws -> PointOfService? {
        try points(where: "id = \(number)", snapshot).first
    }

    func points(numbers: [Int], _ snapshot: Snapshot) throws -> [PointOfService] {
        try points(where: "id IN (\(list: numbers))", snapshot)
    }

    func points(serving places: [String], _ snapshot: Snapshot) throws -> [PointOfService] {
        try points(where: "id IN (SELECT point FROM service_point_offer WHERE place IN (\(list: places)))", snapshot)
    }

    /// The keys of the kinds of place that some point offers.
    func knownPlaces(_ snapshot: Snapshot) throws -> Set<String> {
        Set(try snapshot.all("SELECT DISTINCT place FROM service_point_offer WHERE place IS NOT NULL") { try $0["place"] })
    }

    /// Where the points that a filter asks for are or come to, as far as their rows tell: whether they are open now, they do not.
    func spots(_ filter: PointFilter, _ snapshot: Snapshot) throws -> [Spot] {
        let kind: SQL = filter.kind.map { "kind = \($0.rawValue)" } ?? "1 = 1"
        let place: SQL = filter.place.map { "id IN (SELECT point FROM service_point_offer WHERE place = \($0))" } ?? "1 = 1"
        return try snapshot.all(
            """
            SELECT id, commune, evidence FROM service_point WHERE commune IS NOT NULL AND \(kind) AND \(place)
            UNION ALL
            SELECT service_point.id AS id, service_point_stop.commune AS commune, evidence FROM service_point_stop
            JOIN service_point ON service_point.id = service_point_stop.point WHERE \(kind) AND \(place)
            """
        ) { row in
            let evidence: PointOfService.Evidence = try row.word("evidence")
            return Spot(number: try row["id"], commune: try Self.commune(try row["commune"]), isSeen: evidence == .seen)
        }
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
        let facts = PointFactStore()
        try facts.remove((difference.removed + difference.changed).map(\.number), transaction)
        try transaction.execute("DELETE FROM service_point WHERE id IN (\(list: difference.removed.map(\.number)))")
        for point in difference.added + difference.changed {
            try save(point, transaction)
            try facts.save(point, transaction)
        }
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
        let points = try snapshot.all(
            """
            SELECT id, kind, name, address, commune, week, hours, phone, evidence, confidence, seen, source, url, note
            FROM service_point WHERE \(condition) ORDER BY id
            """
        ) { row in
            let (commune, week, seen): (String?, String?, String?) = (try row["commune"], try row["week"], try row["seen"])
            return PointOfService(
                number: try row["id"], kind: try row.word("kind"), name: try row["name"], address: try row["address"],
                commune: try commune.map(Self.commune), week: try week.map { try row.read("week", WeeklyHours($0)) },
                hours: try row["hours"], phone: try row["phone"], evidence: try row.word("evidence"),
                confidence: try row.word("confidence"), seen: try seen.map { try row.read("seen", SeenDate($0)) },
                source: try row["source"], url: try row["url"], note: try row["note"])
        }
        return try PointFactStore().fill(points, snapshot)
    }

    private static func commune(_ text: String) throws -> CommuneCode {
        guard let code = CommuneCode(text) else { throw StorageFault(.shape, "column commune of service_point can't be read") }
        return code
    }
}
